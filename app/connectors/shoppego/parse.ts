import { toMinorUnits } from "~/lib/money";
import type { OrderState } from "../canonical";
import { isCashOnDelivery } from "../cash-on-delivery";
import type { DatedTelling, ParseResult } from "../connector";
import { orderOf } from "../order-of";
import { asEvents, asIgnored, asNeedsAttention, asUnmappable, describeIssues } from "../parse-result";
import { personOrNull } from "../person";
import { isRecord } from "../read";
import { addressOf, personOf } from "./buyer";
import { type Checkout, checkoutSchema } from "./checkout-schema";
import { toCheckoutState } from "./checkout-state";
import { findEvent, INVENTORY_UPDATED, isOpenCheckout, type ShoppegoEvent } from "./events";
import { toItem } from "./item";
import { toOrderStatus } from "./order-status";

const MOST_ITEMS = 1000;

/**
 * An order is a checkout that somebody completed, whichever event tells of it; until then it is
 * one that is open or was left. Tests of an address come without one.
 */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  if (topic === INVENTORY_UPDATED) return asIgnored("topic_not_used");
  const event = findEvent(topic);
  if (event === null) return asNeedsAttention("unknown_topic", "address: expected to end with an event");
  if (!isRecord(body) || !("checkout" in body)) return asIgnored("test_without_record");
  const { data: checkout, error } = checkoutSchema.safeParse(body.checkout);
  if (!checkout) return asUnmappable(describeIssues(error));
  if ((checkout.items?.length ?? 0) > MOST_ITEMS)
    return asUnmappable(`items: expected at most ${MOST_ITEMS}`);
  if (isOpenCheckout(event, checkout.completed_at)) {
    const state = toCheckoutState(checkout, event, receivedAt);
    return asEvents({ kind: "checkout.state", sourceTime: null, checkout: state });
  }
  const order = toOrder(checkout, event, receivedAt);
  return asEvents({ kind: "order.state", sourceTime: null, isOrderedByStatus: true, order });
}

function toOrder(checkout: Checkout, event: ShoppegoEvent, receivedAt: string): OrderState {
  const isCod = isCashOnDelivery(checkout.gateway_code, checkout.gateway_name, checkout.rate);
  const isCompleted = checkout.completed_at !== null;
  const { customer, shipping_address: shipping, currency } = checkout;
  const status = toOrderStatus({ event, isCompleted, isCashOnDelivery: isCod });
  const address = shipping && addressOf(shipping);
  return orderOf({
    externalId: checkout.id,
    number: checkout.id,
    status,
    sourceStatus: event,
    currency,
    totalMinor: checkout.totalMinor,
    shippingMinor: toMinorUnits(checkout.shipping ?? 0, currency) ?? 0,
    placedAt: checkout.completed_at ?? checkout.created_at ?? receivedAt,
    paidAt: status === "paid" && !isCod ? checkout.completed_at : null,
    fulfilledAt: event === "order_completed" || event === "order_shipped" ? receivedAt : null,
    isCashOnDelivery: isCod,
    checkoutExternalId: isCompleted || event !== "order_updated" ? checkout.id : null,
    paymentMethod: checkout.gateway_name ?? checkout.gateway_code,
    person: personOrNull(personOf(customer, shipping, address)),
    shippingAddress: address,
    items: (checkout.items ?? []).map((item, index) => toItem(item, index, currency)),
  });
}
