import type { OrderStatus } from "../canonical";
import type { ShoppegoEvent } from "./events";

type Facts = { event: ShoppegoEvent; isCompleted: boolean; isCashOnDelivery: boolean };

/**
 * What an event says of the order. One that nobody completed yet waits for its payment.
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
    default:
      if (event === "order_updated" && !isCompleted) return "pending";
      return isCashOnDelivery ? "pending" : "paid";
  }
}
