import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { paymentIdentity } from "../payment-identity";
import { isRecord, readText } from "../read";
import { paymentId } from "./payment-id";

/** What kind of record it is, is the topic: a transaction, or a step of a direct debit. */
export function identify({ body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const payment = isRecord(body) ? body : {};
  const topic = readText(payment.record_type, 100)?.toLowerCase() ?? null;
  return paymentIdentity(topic, paymentId(payment), bodyHash);
}
