import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { paymentIdentity } from "../payment-identity";
import { isRecord, readFirst } from "../read";
import { findPayment, paymentId } from "./payment";

/** The event, or what kind of record Bayarcash's own callback is about. */
export function identify({ body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const topic = isRecord(body) ? readFirst(body, ["event", "record_type"]) : null;
  return paymentIdentity(topic?.slice(0, 100).toLowerCase() ?? null, paymentId(findPayment(body)), bodyHash);
}
