import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { joinDedupeKey, shortHash } from "../dedupe-key";
import { MALAYSIA_OFFSET } from "../malaysia-time";
import { isRecord, readId, readText, readTime } from "../read";
import { findEvent, INVENTORY_UPDATED, isOpenCheckout } from "./events";

const LONGEST_SHOP = 253;

/** Shoppego names no event in its body: each event has an address of its own, and the address says it. */
export function identify({ address, body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const named = address?.[1];
  const event = findEvent(named);
  const topic = named === INVENTORY_UPDATED ? named : (event ?? "unknown");
  const checkout = isRecord(body) && isRecord(body.checkout) ? body.checkout : {};
  const id = readId(checkout.id);
  const completedAt = readTime(checkout.completed_at, MALAYSIA_OFFSET);
  const kind = event !== null && isOpenCheckout(event, completedAt) ? "checkout" : "order";
  return {
    topic,
    dedupeKey: joinDedupeKey([topic, id ?? "", shortHash(bodyHash)]),
    sourceShop: readText(checkout.domain, LONGEST_SHOP)?.toLowerCase() ?? null,
    subject: id === null ? null : `${kind}:${id}`,
  };
}
