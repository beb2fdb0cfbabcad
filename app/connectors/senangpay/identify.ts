import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { paymentIdentity } from "../payment-identity";
import { isRecord, readId, readText } from "../read";

const TOPICS: ReadonlyMap<string, string> = new Map([
  ["0", "payment.failed"],
  ["1", "payment.success"],
  ["2", "payment.pending"],
]);

export function identify({ body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const payment = isRecord(body) ? body : {};
  const topic = TOPICS.get(readText(payment.status_id) ?? "") ?? null;
  return paymentIdentity(topic, readId(payment.order_id), bodyHash);
}
