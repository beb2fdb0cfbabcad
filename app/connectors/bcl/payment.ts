import { isRecord, readFirst, readId } from "../read";

export type BclPayment = Record<string, unknown>;

/**
 * What a body says, wherever it says it: revisions of BCL's webhook have nested
 * the payment in `main_data` or `payment_info`, laid it flat in `data`, or sent
 * Bayarcash's own callback without any of them. The innermost counts.
 */
export function findPayment(body: unknown): BclPayment {
  if (!isRecord(body)) return {};
  const data = isRecord(body.data) ? body.data : body;
  const { main_data: main, payment_info: info, ...rest } = data;
  return { ...rest, ...(isRecord(main) ? main : {}), ...(isRecord(info) ? info : {}) };
}

export function paymentId(payment: BclPayment): string | null {
  return (
    readId(payment.order_number) ??
    readId(payment.record_id) ??
    readId(readFirst(payment, ["transaction_id", "exchange_reference_number"]))
  );
}
