import { readId } from "../read";

/** The seller's own number, under which several attempts are one order. */
export function paymentId(payment: Record<string, unknown>): string | null {
  return readId(payment.order_number) ?? readId(payment.transaction_id);
}
