import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { joinDedupeKey, shortHash } from "../dedupe-key";
import { isRecord, readId, readText } from "../read";
import { purchaseId } from "./purchase-id";

/** A delivery is known by its event, its object and when that last changed. */
export function identify({ body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const told = isRecord(body) ? body : {};
  const topic = readText(told.event_type, 100)?.toLowerCase() ?? "unknown";
  const updated = readText(told.updated_on) ?? "";
  const order = purchaseId(told);
  return {
    topic,
    dedupeKey: joinDedupeKey([topic, readId(told.id) ?? "", updated, shortHash(bodyHash)]),
    sourceShop: null,
    subject: order === null ? null : `order:${order}`,
  };
}
