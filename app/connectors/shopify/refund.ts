import * as z from "zod";
import { sumMinorUnits, toMinorUnits } from "~/lib/money";
import type { RefundFact } from "../canonical";
import {
  looseAmount,
  looseCurrency,
  looseId,
  looseList,
  looseObject,
  looseText,
  looseTime,
  requiredId,
} from "../tolerant-schemas";
import { preferGlobalId } from "./record-id";

const moneySet = looseObject(
  z.object({ shop_money: looseObject(z.object({ amount: looseAmount, currency_code: looseCurrency })) }),
);

const transactionSchema = z.object({
  kind: looseText,
  status: looseText,
  amount: looseAmount,
  currency: looseCurrency,
  amount_set: moneySet,
});

const lineSchema = z.object({ subtotal: looseAmount, subtotal_set: moneySet });

const refundFields = {
  note: looseText,
  created_at: looseTime("Z"),
  processed_at: looseTime("Z"),
  transactions: looseList(transactionSchema),
  refund_line_items: looseList(lineSchema),
};

/** A refund as an order carries it. */
export const embeddedRefundSchema = z.preprocess(preferGlobalId, z.object({ id: looseId, ...refundFields }));

/** A refund as the subject of a delivery. */
export const refundSchema = z.preprocess(
  preferGlobalId,
  z.object({ id: requiredId, order_id: requiredId, ...refundFields }),
);

type Refund = z.infer<typeof embeddedRefundSchema>;
type Transaction = z.infer<typeof transactionSchema>;

/** The refund as a fact of its order; null when it has no id or no money went back. `currency` is the shop's. */
export function toRefundFact(refund: Refund, orderExternalId: string, currency: string): RefundFact | null {
  const amountMinor = Math.abs(refundedMinor(refund, currency));
  if (refund.id === null || amountMinor === 0) return null;
  return {
    externalId: refund.id,
    orderExternalId,
    amountMinor,
    currency,
    reason: refund.note,
    refundedAt: refundTime(refund),
  };
}

export function refundTime(refund: Refund): string | null {
  return refund.processed_at ?? refund.created_at;
}

/** Whether the list of transactions is there and holds no refund: goods came back, money did not. */
export function isWithoutMoney(refund: Refund): boolean {
  return refund.transactions !== null && !refund.transactions.some(isRefund);
}

/** The shop's currency as the refund tells it; a transaction's own may be the buyer's, so it comes last. */
export function refundCurrency(refund: Refund): string | null {
  const transactions = refund.transactions ?? [];
  const sets = [
    ...transactions.map((transaction) => transaction.amount_set),
    ...(refund.refund_line_items ?? []).map((line) => line.subtotal_set),
  ];
  const codes = sets.map((set) => set?.shop_money?.currency_code ?? null);
  return (
    [...codes, ...transactions.map((transaction) => transaction.currency)].find((code) => code !== null) ??
    null
  );
}

/**
 * The sum of the refund transactions that succeeded. Where there are none to
 * read, or only in the buyer's currency, the value of the returned lines stands in.
 */
function refundedMinor(refund: Refund, currency: string): number {
  const transactions = (refund.transactions ?? []).filter(isRefund);
  const succeeded = transactions.filter(({ status }) => status === "success");
  const amounts = succeeded.map((transaction) => inShopCurrency(transaction, currency));
  if (transactions.length > 0 && !amounts.includes(null))
    return sumMinorUnits(amounts.map((amount) => amount ?? 0));
  return sumMinorUnits(
    (refund.refund_line_items ?? []).map(
      (line) => toMinorUnits(line.subtotal_set?.shop_money?.amount ?? line.subtotal ?? 0, currency) ?? 0,
    ),
  );
}

function inShopCurrency(transaction: Transaction, currency: string): number | null {
  const shopAmount = transaction.amount_set?.shop_money?.amount ?? null;
  if (shopAmount !== null) return toMinorUnits(shopAmount, currency);
  const isShopCurrency = transaction.currency === null || transaction.currency === currency;
  return isShopCurrency && transaction.amount !== null ? toMinorUnits(transaction.amount, currency) : null;
}

function isRefund(transaction: Transaction): boolean {
  return transaction.kind === "refund";
}
