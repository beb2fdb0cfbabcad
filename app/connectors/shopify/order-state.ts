import { sumMinorUnits, toMinorUnits } from "~/lib/money";
import type { ConsentFact, OrderState, PersonRef, RefundFact } from "../canonical";
import { isCashOnDelivery } from "../cash-on-delivery";
import { personOrNull } from "../person";
import { addressName, toPostalAddress } from "./address";
import { consentsOf } from "./consents";
import { customerPerson } from "./customer-state";
import { toOrderItem } from "./order-item";
import type { ShopifyOrder } from "./order-schema";
import { toOrderStatus, toPaidMinor } from "./order-status";
import { toRefundFact } from "./refund";

type Amount = string | number | null;

/** The order as Shopify describes it. `isTest` is what the delivery's headers say beyond the body. */
export function toOrderState(order: ShopifyOrder, isTest: boolean): OrderState {
  const minor = (amount: Amount) => toMinorUnits(amount ?? 0, order.currency) ?? 0;
  const {
    totalMinor,
    placedAt,
    financial_status: financialStatus,
    fulfillment_status: fulfillmentStatus,
  } = order;
  const isCancelled = order.cancelled_at !== null;
  const outstandingMinor = order.total_outstanding === null ? null : minor(order.total_outstanding);
  const paidMinor = toPaidMinor({ financialStatus, totalMinor, outstandingMinor });
  const gateways = [...order.payment_gateway_names, order.gateway];
  return {
    externalId: order.id,
    number: order.name ?? order.order_number ?? order.id,
    status: toOrderStatus({ financialStatus, fulfillmentStatus, isCancelled }),
    sourceStatus: sourceStatusOf(order),
    currency: order.currency,
    totalMinor,
    taxMinor: minor(order.total_tax),
    shippingMinor: shippingOf(order, minor),
    discountMinor: minor(order.total_discounts),
    paidMinor,
    placedAt,
    paidAt: null,
    fulfilledAt: fulfilledAtOf(order),
    cancelledAt: order.cancelled_at,
    isTest: isTest || order.test === true,
    isCashOnDelivery: isCashOnDelivery(...gateways),
    paymentMethod: gateways.find((name) => name !== null) ?? null,
    coupons: (order.discount_codes ?? []).flatMap(({ code }) => code ?? []),
    channel: order.source_name,
    checkoutExternalId: order.checkout_id,
    subscriptionExternalId: null,
    person: personOrNull(buyerOf(order)),
    shippingAddress: toPostalAddress(order.shipping_address),
    items: (order.line_items ?? []).map((item, index) =>
      toOrderItem(item, index, { areTaxesIncluded: order.taxes_included === true, minor }),
    ),
    // Nothing goes back of what never came in: lines taken off an unpaid order look like a refund.
    refunds: paidMinor > 0 ? refundsOf(order) : [],
    areRefundsComplete: false,
    consents: consentsOfBuyer(order),
  };
}

/** Shopify keeps three words for one status: "cancelled/paid/fulfilled" says them all. */
function sourceStatusOf(order: ShopifyOrder): string {
  const words = [order.cancelled_at && "cancelled", order.financial_status, order.fulfillment_status];
  return words.filter((word) => word !== null).join("/") || "unknown";
}

function shippingOf(order: ShopifyOrder, minor: (amount: Amount) => number): number {
  const total = order.total_shipping_price_set?.shop_money?.amount ?? null;
  if (total !== null) return minor(total);
  return sumMinorUnits((order.shipping_lines ?? []).map((line) => minor(line.price)));
}

/** When the last parcel of a wholly fulfilled order went out. */
function fulfilledAtOf(order: ShopifyOrder): string | null {
  if (order.fulfillment_status !== "fulfilled") return null;
  const parcels = (order.fulfillments ?? []).filter(({ status }) => status === "success");
  return (
    parcels
      .flatMap((parcel) => parcel.created_at ?? [])
      .sort()
      .at(-1) ?? null
  );
}

type Buyer = Pick<ShopifyOrder, "customer" | "billing_address" | "email" | "phone"> &
  Partial<Pick<ShopifyOrder, "contact_email">>;

/** What the buyer gave for this order or checkout comes before what the customer's record holds. */
export function buyerOf(order: Buyer): PersonRef {
  const customer = order.customer && customerPerson(order.customer);
  const billing = order.billing_address;
  return {
    platformId: customer?.platformId ?? null,
    email: order.email ?? order.contact_email ?? customer?.email ?? null,
    phone: order.customer?.phone ?? order.phone ?? billing?.phone ?? customer?.phone ?? null,
    name: customer?.name ?? addressName(billing),
    company: billing?.company ?? customer?.company ?? null,
    address: toPostalAddress(billing) ?? customer?.address ?? null,
  };
}

function refundsOf(order: ShopifyOrder): RefundFact[] {
  const facts = (order.refunds ?? []).flatMap(
    (refund) => toRefundFact(refund, order.id, order.currency) ?? [],
  );
  return [...new Map(facts.map((fact) => [fact.externalId, fact])).values()];
}

/** A ticked box at checkout is consent; one left empty takes none back. */
export function consentsOfBuyer(
  order: Pick<ShopifyOrder, "customer" | "buyer_accepts_marketing" | "created_at">,
): ConsentFact[] {
  const consents = order.customer === null ? [] : consentsOf(order.customer);
  if (order.buyer_accepts_marketing !== true || consents.some(({ channel }) => channel === "email"))
    return consents;
  const decidedAt = order.created_at;
  return [
    ...consents,
    { channel: "email", purpose: "marketing", state: "subscribed", decidedAt, optInLevel: null },
  ];
}
