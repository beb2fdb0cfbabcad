import { isRecord, readFirst, readId } from "../read";

export type Sale = Record<string, unknown>;

/** The sale in a webhook's body. OnPay does not say whether it is nested: each place that is likely is tried. */
export function findSale(body: unknown): Sale {
  if (!isRecord(body)) return {};
  const data = isRecord(body.data) ? body.data : {};
  return [body.sale, data.sale, body.data].find(isRecord) ?? body;
}

/** The sale's id, or else the number on its invoice. */
export function saleId(sale: Sale): string | null {
  return readId(sale.id) ?? readId(sale.sale_id) ?? readId(readFirst(sale, ["invoice_number", "invoice_no"]));
}
