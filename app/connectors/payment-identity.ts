import type { DeliveryIdentity } from "./connector";
import { joinDedupeKey, shortHash } from "./dedupe-key";

/** A gateway's delivery, known by its topic, the payment it is about and what it says. */
export function paymentIdentity(topic: string | null, id: string | null, bodyHash: string): DeliveryIdentity {
  const known = topic ?? "unknown";
  return {
    topic: known,
    dedupeKey: joinDedupeKey([known, id ?? "", shortHash(bodyHash)]),
    sourceShop: null,
    subject: id === null ? null : `order:${id}`,
  };
}
