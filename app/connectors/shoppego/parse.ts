import { toMinorUnits } from "~/lib/money";
import type { Address, OrderItem, OrderState, PersonRef } from "../canonical";
import { isCashOnDelivery } from "../cash-on-delivery";
import type { DatedTelling, ParseResult } from "../connector";
import { orderOf } from "../order-of";
import { asEvents, asIgnored, asNeedsAttention, asUnmappable, describeIssues } from "../parse-result";
import { joinName, personOrNull, toAddress } from "../person";
import { isRecord } from "../read";
import { type Checkout, type CheckoutItem, type Contact, checkoutSchema } from "./checkout-schema";
import { findEvent, INVENTORY_UPDATED, type ShoppegoEvent } from "./events";
import { toOrderStatus } from "./order-status";

const MOST_ITEMS = 1000;

/** An order is a checkout, whichever event tells of it. Tests of an address come without one. */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  if (topic === INVENTORY_UPDATED) return asIgnored("topic_not_used");
  const event = findEvent(topic);
  if (event === null) return asNeedsAttention("unknown_topic", "address: expected to end with an event");
  if (!isRecord(body) || !("checkout" in body)) return asIgnored("test_without_record");
  const { data: checkout, error } = checkoutSchema.safeParse(body.checkout);
  if (!checkout) return asUnmappable(describeIssues(error));
  if ((checkout.items?.length ?? 0) > MOST_ITEMS)
    return asUnmappable(`items: expected at most ${MOST_ITEMS}`);
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
    paymentMethod: checkout.gateway_name ?? checkout.gateway_code,
    person: personOrNull(personOf(customer, shipping, address)),
    shippingAddress: address,
    items: (checkout.items ?? []).map((item, index) => toItem(item, index, currency)),
  });
}

/** The buyer, completed by who the parcel goes to. */
function personOf(customer: Contact | null, shipping: Contact | null, address: Address | null): PersonRef {
  const nameOf = (contact: Contact | null) => contact && joinName(contact.first_name, contact.last_name);
  return {
    platformId: null,
    email: customer?.email ?? shipping?.email ?? null,
    phone: customer?.phone ?? shipping?.phone ?? null,
    name: nameOf(customer) ?? nameOf(shipping),
    company: null,
    address,
  };
}

function addressOf(contact: Contact): Address | null {
  const { address1: line1, address2: line2, city, state, zip: postcode } = contact;
  return toAddress({ line1, line2, city, state, postcode, country: null });
}

/** `name` is the variant's; most products have one that is called Default. */
function toItem(item: CheckoutItem, index: number, currency: string): OrderItem {
  const quantity = item.quantity ?? 1;
  const unitMinor = toMinorUnits(item.price ?? 0, currency) ?? 0;
  const product = item.product?.name ?? item.product?.sku ?? null;
  const variant = item.name === null || item.name.toLowerCase() === "default" ? null : item.name;
  const totalMinor = item.subtotal === null ? null : toMinorUnits(item.subtotal, currency);
  const computed = Math.round(unitMinor * quantity);
  return {
    externalId: `line-${index + 1}`,
    productExternalId: null,
    variantExternalId: null,
    sku: item.product?.sku ?? null,
    name: [product, variant].filter((part) => part !== null).join(", ") || `#${index + 1}`,
    quantity,
    totalMinor: totalMinor ?? (Number.isSafeInteger(computed) ? computed : 0),
    taxMinor: 0,
  };
}
