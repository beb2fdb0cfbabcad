import type { OrderStatus } from "../canonical";

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  created: "pending",
  sent: "pending",
  viewed: "pending",
  overdue: "pending",
  pending_execute: "pending",
  pending_charge: "pending",
  pending_capture: "on_hold",
  pending_release: "on_hold",
  hold: "on_hold",
  preauthorized: "on_hold",
  paid: "paid",
  captured: "paid",
  cleared: "paid",
  settled: "paid",
  recurring_successful: "paid",
  pending_refund: "paid",
  charged_back: "refunded",
  chargeback: "refunded",
  refunded: "refunded",
  cancelled: "cancelled",
  expired: "cancelled",
  released: "cancelled",
  error: "failed",
  blocked: "failed",
};

/** Our status of a purchase; a word that is new says nothing of payment, so it waits on hold. */
export function toOrderStatus(purchaseStatus: string): OrderStatus {
  return Object.hasOwn(STATUSES, purchaseStatus) ? (STATUSES[purchaseStatus] ?? "on_hold") : "on_hold";
}
