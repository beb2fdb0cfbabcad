import type { OrderStatus } from "../canonical";
import type { ShoppegoEvent } from "./events";

type Facts = { event: ShoppegoEvent; isCompleted: boolean; isCashOnDelivery: boolean };

/**
 * What an event says of the order. A checkout that nobody completed is a draft.
 * Cash on delivery is paid only when Shoppego says so itself (Order Paid) or when
 * the order is done.
 */
export function toOrderStatus({ event, isCompleted, isCashOnDelivery }: Facts): OrderStatus {
  switch (event) {
    case "order_paid":
      return "paid";
    case "order_completed":
      return "fulfilled";
    case "order_shipped":
      return isCashOnDelivery ? "pending" : "fulfilled";
    case "checkout_abandoned":
      return "draft";
    case "checkout_updated":
    case "order_updated":
      if (!isCompleted) return event === "order_updated" ? "pending" : "draft";
      return isCashOnDelivery ? "pending" : "paid";
    default:
      return isCashOnDelivery ? "pending" : "paid";
  }
}
