import type { OrderStatus } from "~/connectors/canonical";

/** How an order by cash on delivery ended; `docs/metrics.md` says what each means. */
export const CASH_OUTCOMES = ["paid", "refused", "returned", "open"] as const;
export type CashOutcome = (typeof CASH_OUTCOMES)[number];

/** Null for a draft, which nobody has sent yet. */
export function cashOutcomeOf(status: OrderStatus): CashOutcome | null {
  switch (status) {
    case "paid":
    case "fulfilled":
      return "paid";
    case "cancelled":
    case "failed":
      return "refused";
    case "refunded":
      return "returned";
    case "pending":
    case "on_hold":
      return "open";
    case "draft":
      return null;
  }
}

/** The share of decided orders that were paid, 0 to 1; null while none is decided. */
export function cashRate(counts: Record<CashOutcome, number>): number | null {
  const decided = counts.paid + counts.refused + counts.returned;
  return decided === 0 ? null : counts.paid / decided;
}
