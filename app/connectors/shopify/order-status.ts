import type { OrderStatus } from "../canonical";

const FINANCIAL_STATUSES: ReadonlyMap<string, OrderStatus> = new Map([
  ["pending", "pending"],
  ["authorized", "on_hold"],
  ["partially_paid", "paid"],
  ["paid", "paid"],
  ["partially_refunded", "paid"],
  ["refunded", "refunded"],
  ["voided", "cancelled"],
  ["expired", "failed"],
]);

/** Financial statuses that mean the whole sum came in, whatever was given back since. */
const FULLY_PAID: ReadonlySet<string> = new Set(["paid", "partially_refunded", "refunded"]);

/**
 * Our status of a Shopify order. A cancellation outranks the money; sending the
 * goods counts only once they are paid for, so that cash on delivery stays
 * pending until the cash is in. A missing financial status (redacted) is unpaid;
 * one we do not know waits on hold.
 */
export function toOrderStatus(order: {
  financialStatus: string | null;
  fulfillmentStatus: string | null;
  isCancelled: boolean;
}): OrderStatus {
  if (order.isCancelled) return "cancelled";
  if (order.financialStatus === null) return "pending";
  const status = FINANCIAL_STATUSES.get(order.financialStatus) ?? "on_hold";
  const isSent = order.fulfillmentStatus === "fulfilled" && FULLY_PAID.has(order.financialStatus);
  return status === "paid" && isSent ? "fulfilled" : status;
}

/** What came in before refunds. Of a part payment it is what is no longer outstanding; unknown counts as nothing. */
export function toPaidMinor(order: {
  financialStatus: string | null;
  totalMinor: number;
  outstandingMinor: number | null;
}): number {
  if (FULLY_PAID.has(order.financialStatus ?? "")) return order.totalMinor;
  if (order.financialStatus !== "partially_paid" || order.outstandingMinor === null) return 0;
  return Math.max(0, order.totalMinor - Math.max(0, order.outstandingMinor));
}
