import { compareTexts } from "~/lib/compare-texts";
import type { BatchState } from "./batch-state";
import { isTestDelivery } from "./desk/test-mark";
import type { Interpreted } from "./interpret-delivery";

/** What deliveries tell about their connection. */
export type ConnectionNews = {
  id: string;
  lastDeliveryAt: string | null;
  /** The name that a delivery gave, when it is not this shop's. */
  mismatchedShop: string | null;
  /** The shop's own name, when it had none until now. */
  shopName: string | null;
};

/**
 * A shop without a name takes the first one that a delivery gives, unless another
 * of the organization's shops has it. A delivery that names another shop is
 * applied all the same: the signature, not the name, says whose it is.
 */
export function connectionNews(
  id: string,
  shop: NonNullable<BatchState["shop"]>,
  interpreted: readonly Interpreted[],
): ConnectionNews {
  // Our own tests say nothing about the shop.
  const deliveries = interpreted.filter(({ delivery }) => !isTestDelivery(delivery));
  const given = deliveries.flatMap(({ delivery }) => delivery.sourceShop?.toLowerCase() ?? []);
  const free = given.find((name) => !shop.others.includes(name));
  const own = shop.externalId?.toLowerCase() ?? free;
  const received = deliveries.map(({ delivery }) => delivery.receivedAt).sort(compareTexts);
  return {
    id,
    lastDeliveryAt: received.at(-1) ?? null,
    mismatchedShop: given.findLast((name) => name !== own) ?? null,
    shopName: shop.externalId === null ? (free ?? null) : null,
  };
}
