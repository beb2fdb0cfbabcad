import type { DeliveryIdentity, ReadDelivery } from "../connector";
import { paymentIdentity } from "../payment-identity";
import { isRecord, readId, readText } from "../read";

/** A callback is about a bill; its state is the topic. */
export function identify({ body, bodyHash }: ReadDelivery): DeliveryIdentity {
  const bill = isRecord(body) ? body : {};
  const state = readText(bill.state, 50)?.toLowerCase() ?? null;
  return paymentIdentity(state && `bill.${state}`, readId(bill.id), bodyHash);
}
