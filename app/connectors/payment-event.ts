import type { CanonicalEvent, OrderState } from "./canonical";

/** A payment of a gateway that gives its states no time: a payment that came through is never undone by a late repetition. */
export function paymentEvent(order: OrderState): CanonicalEvent {
  return { kind: "order.state", sourceTime: null, isOrderedByStatus: true, order };
}
