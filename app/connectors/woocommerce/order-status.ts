import type { OrderStatus } from "../canonical";

const STATUSES: ReadonlyMap<string, OrderStatus> = new Map([
  ["auto-draft", "draft"],
  ["checkout-draft", "draft"],
  ["pending", "pending"],
  ["on-hold", "on_hold"],
  ["processing", "paid"],
  ["completed", "fulfilled"],
  ["cancelled", "cancelled"],
  ["trash", "cancelled"],
  ["failed", "failed"],
  ["refunded", "refunded"],
]);

/**
 * Our status of a WooCommerce order. `processing` means "paid" except for cash on
 * delivery, where it only means "to be sent". A full refund outranks what the
 * shop still calls the order; a partial one does not. A plugin's own status says
 * nothing of payment, so it waits on hold.
 */
export function toOrderStatus(order: {
  sourceStatus: string;
  isCashOnDelivery: boolean;
  hasPaymentDate: boolean;
  isFullyRefunded: boolean;
}): OrderStatus {
  const status = STATUSES.get(order.sourceStatus) ?? "on_hold";
  if (status === "paid" && order.isCashOnDelivery && !order.hasPaymentDate) return "pending";
  const isSettled = status === "paid" || status === "fulfilled";
  return isSettled && order.isFullyRefunded ? "refunded" : status;
}
