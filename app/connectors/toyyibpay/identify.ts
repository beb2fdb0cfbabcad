import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { paymentIdentity } from "../payment-identity";
import { isRecord, readText } from "../read";
import { paymentId } from "./payment-id";
import { TOPICS } from "./payment-status";

export function identify({ body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const payment = isRecord(body) ? body : {};
  const topic = TOPICS.get(readText(payment.status) ?? "") ?? null;
  return paymentIdentity(topic, paymentId(payment), bodyHash);
}
