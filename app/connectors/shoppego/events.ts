import type { AddressEvent } from "../connector";

/** The events that a seller can send somewhere, in Shoppego's words; the names are ours, as parts of the address. */
export const EVENTS = [
  { event: "order_paid", label: "Order Paid" },
  { event: "checkout_completed", label: "Checkout Completed" },
  { event: "order_updated", label: "Order Updated" },
  { event: "order_processing", label: "Order Status Processing" },
  { event: "order_packed", label: "Order Packed" },
  { event: "order_ready_for_pickup", label: "Order Ready For Pickup" },
  { event: "order_shipped", label: "Order Shipped" },
  { event: "order_completed", label: "Order Status Completed" },
  { event: "checkout_updated", label: "Checkout Updated" },
  { event: "checkout_abandoned", label: "Checkout Abandoned" },
] as const satisfies readonly AddressEvent[];

/** Its body is not documented: taken, and of no use. */
export const INVENTORY_UPDATED = "inventory_updated";

export type ShoppegoEvent = (typeof EVENTS)[number]["event"];

export function findEvent(name: string | undefined): ShoppegoEvent | null {
  return EVENTS.find(({ event }) => event === name)?.event ?? null;
}

/** Whether the event tells of a checkout that nobody has completed, and of no order. */
export function isOpenCheckout(event: ShoppegoEvent, completedAt: string | null): boolean {
  return event === "checkout_abandoned" || (event === "checkout_updated" && completedAt === null);
}
