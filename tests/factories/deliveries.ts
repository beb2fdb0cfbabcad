import { createHash, randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Platform } from "~/connectors/registry";
import { CONNECTORS } from "~/connectors/registry";
import { shopifyHeaders } from "~/connectors/shopify/fixtures/delivery";
import { wooHeaders } from "~/connectors/woocommerce/fixtures/delivery";
import { type ApplyInput, applyDeliveries } from "~/domain/deliveries/apply-deliveries.server";
import type { AppliedDelivery, ReceivedDelivery } from "~/domain/deliveries/delivery.schema";
import type { TestDatabase } from "../setup/database";
import { type ConnectedShop, type ConnectedShopOptions, createConnectedShop } from "./connected-shop";
import { TEST_KEYRING } from "./org-context";

/** When deliveries without a time of their own were received, and what `now` is. */
export const NOW = "2026-11-23T04:00:00.000Z";

type Received = Partial<ReceivedDelivery> & { topic: string };

/** A WooCommerce delivery as its inbox hands it on. Equal bodies have equal hashes; every delivery has its own id. */
export function wooReceived(body: unknown, given: Received): ReceivedDelivery {
  return received("woocommerce", body, wooHeaders({ topic: given.topic, signature: "signed" }), given);
}

/** A Shopify delivery as its inbox hands it on. */
export function shopifyReceived(body: unknown, given: Received): ReceivedDelivery {
  const headers = shopifyHeaders({ topic: given.topic, signature: "signed", webhookId: randomUUID() });
  return received("shopify", body, headers, given);
}

/** A delivery of any platform as its inbox hands it on, without headers. */
export function receivedFrom(platform: Platform, body: unknown, given: Received): ReceivedDelivery {
  return received(platform, body, {}, given);
}

function received(
  platform: Platform,
  body: unknown,
  headers: Record<string, string>,
  given: Received,
): ReceivedDelivery {
  const text = JSON.stringify(body);
  const bodyHash = createHash("sha256").update(text).digest("hex");
  return {
    id: uuidv7(),
    seq: 1,
    receivedAt: NOW,
    ...CONNECTORS[platform].identify({ headers, body, bodyHash }),
    headers,
    body: text,
    bodyBytes: Buffer.byteLength(text),
    bodyHash,
    isDuplicate: false,
    unreadable: null,
    ...given,
  };
}

export type TestShop = ConnectedShop & {
  /** Applies deliveries as one batch, in the given order. */
  deliver(...deliveries: ReceivedDelivery[]): Promise<AppliedDelivery[]>;
  /** Rows of the shop's organization; `$1` is its id. */
  rows(statement: string): Promise<Record<string, unknown>[]>;
};

/** A connected shop of an organization, to which deliveries can be applied. */
export async function openTestShop(
  database: TestDatabase,
  options: ConnectedShopOptions = {},
): Promise<TestShop> {
  const shop = await createConnectedShop((text, values) => database.owner.query(text, values), options);
  return {
    ...shop,
    deliver: (...deliveries) => applyDeliveries(applyInput(database, shop, deliveries, options.platform)),
    rows: async (statement) => (await database.owner.query(statement, [shop.orgId])).rows,
  };
}

/** What a consumer gives to `applyDeliveries`, for a shop of `createConnectedShop`. */
export function applyInput(
  database: TestDatabase,
  { orgId, shopId, connectionId }: ConnectedShop,
  deliveries: readonly ReceivedDelivery[],
  platform: Platform = "woocommerce",
): ApplyInput {
  return {
    databaseUrl: database.url,
    orgId,
    connection: { id: connectionId, shopId, platform },
    deliveries: deliveries.map((delivery, index) => ({ ...delivery, seq: index + 1 })),
    keys: TEST_KEYRING,
    now: () => new Date(NOW),
    newId: uuidv7,
  };
}
