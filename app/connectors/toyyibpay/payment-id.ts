import { readId } from "../read";

/** The seller's own reference, under which several attempts are one order; without it each attempt stands alone. */
export function paymentId(payment: Record<string, unknown>): string | null {
  return readId(payment.order_id) ?? readId(payment.refno);
}
