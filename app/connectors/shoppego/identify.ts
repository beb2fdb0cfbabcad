import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { joinDedupeKey, shortHash } from "../dedupe-key";
import { isRecord, readId, readText } from "../read";
import { findEvent, INVENTORY_UPDATED } from "./events";

const LONGEST_SHOP = 253;

/** Shoppego names no event in its body: each event has an address of its own, and the address says it. */
export function identify({ address, body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const event = address?.[1];
  const topic = event === INVENTORY_UPDATED ? event : (findEvent(event) ?? "unknown");
  const checkout = isRecord(body) && isRecord(body.checkout) ? body.checkout : {};
  const id = readId(checkout.id);
  return {
    topic,
    dedupeKey: joinDedupeKey([topic, id ?? "", shortHash(bodyHash)]),
    sourceShop: readText(checkout.domain, LONGEST_SHOP)?.toLowerCase() ?? null,
    subject: id === null ? null : `order:${id}`,
  };
}
