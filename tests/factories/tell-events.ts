import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { CanonicalEvent } from "~/connectors/canonical";
import { applyInterpreted } from "~/domain/deliveries/apply-deliveries.server";
import type { TestDatabase } from "../setup/database";
import type { ConnectedShop } from "./connected-shop";
import { applyInput, wooReceived } from "./deliveries";

/** Tells events as deliveries of the shop would, each by one of its own. */
export async function tellEvents(
  database: TestDatabase,
  shop: ConnectedShop,
  events: readonly CanonicalEvent[],
): Promise<void> {
  const deliveries = events.map((event) => {
    const bodyHash = createHash("sha256").update(JSON.stringify(event)).digest("hex");
    const delivery = { ...wooReceived({}, { topic: "order.updated" }), id: uuidv7(), bodyHash };
    return { delivery, events: [event], verdict: null };
  });
  await applyInterpreted(applyInput(database, shop, []), deliveries);
}
