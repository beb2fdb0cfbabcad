import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { joinDedupeKey, shortHash } from "../dedupe-key";
import { isRecord, readText } from "../read";
import { findSale, saleId } from "./sale";

const LONGEST_TOPIC = 100;

/** OnPay has no delivery id: a delivery is known by its event, its sale and what it says. */
export function identify({ body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const event = isRecord(body) ? readText(body.event_type, LONGEST_TOPIC) : null;
  const topic = event?.toLowerCase() ?? "unknown";
  const id = saleId(findSale(body));
  return {
    topic,
    dedupeKey: joinDedupeKey([topic, id ?? "", shortHash(bodyHash)]),
    sourceShop: null,
    subject: id === null ? null : `order:${id}`,
  };
}
