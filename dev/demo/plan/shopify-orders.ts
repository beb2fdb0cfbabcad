import { shopifyOrderBody } from "../../../app/connectors/shopify/fixtures/order-body";
import { shopifyRefundBody } from "../../../app/connectors/shopify/fixtures/refund-body";
import type { ShopifyConsents } from "./consents";
import type { Payment, PlannedDelivery, PlannedOrder } from "./planned";
import { checkoutIdOf } from "./shopify-checkouts";
import { momentsOf, type OrderMoment } from "./told-steps";

const GATEWAYS: Record<Payment, string> = {
  online: "iPay88 FPX",
  card: "shopify_payments",
  transfer: "Bank Deposit",
  cod: "Cash on Delivery (COD)",
};

/** Shopify tells of an order at each step, a second or two after it happened. */
export function shopifyOrderDeliveries(order: PlannedOrder, consents: ShopifyConsents): PlannedDelivery[] {
  return momentsOf(order).flatMap((moment) => {
    const seconds = moment.at.getTime() / 1000;
    const body = bodyOf(order, moment, consents);
    const tell = (topic: string, told: unknown, delayMs: number): PlannedDelivery => ({
      platform: "shopify",
      topic,
      body: told,
      receivedAt: new Date(moment.at.getTime() + delayMs),
      name: `${topic}-${order.id}-${seconds}`,
    });
    const [refund] = body.refunds.slice(-1);
    const topic = topicOf(moment);
    const state = tell(topic, body, 900 + (order.number % 17) * 100);
    return topic === "orders/updated" && refund ? [tell("refunds/create", refund, 600), state] : [state];
  });
}

function topicOf({ steps }: OrderMoment): string {
  const kinds = new Set(steps.map(({ kind }) => kind));
  if (kinds.has("placed")) return "orders/create";
  if (kinds.has("paid")) return "orders/paid";
  if (kinds.has("sent")) return "orders/fulfilled";
  return kinds.has("cancelled") ? "orders/cancelled" : "orders/updated";
}

function financialStatus(order: PlannedOrder, moment: OrderMoment): string {
  if (moment.cancelledAt) return moment.paidAt ? "refunded" : "voided";
  if (moment.hasFailed) return "expired";
  if (moment.refundedMinor > 0) {
    return moment.refundedMinor === order.totalMinor ? "refunded" : "partially_refunded";
  }
  if (moment.paidAt) return "paid";
  return order.payment === "online" || order.payment === "card" ? "authorized" : "pending";
}

function bodyOf(order: PlannedOrder, moment: OrderMoment, consents: ShopifyConsents) {
  const { id, number, buyer, accountId, items, shippingMinor, discountMinor, coupons, totalMinor } = order;
  const [placed = { at: moment.at }] = order.steps;
  const { paidAt, sentAt, cancelledAt } = moment;
  const body = shopifyOrderBody({
    id,
    orderNumber: number,
    financialStatus: financialStatus(order, moment),
    fulfillmentStatus: sentAt ? "fulfilled" : null,
    customer: buyer ? { id: accountId, ...consents(moment.at) } : null,
    buyer: buyer ?? {},
    items,
    shippingMinor,
    discountMinor,
    coupons,
    outstandingMinor: paidAt ? 0 : totalMinor,
    gateway: order.isTest ? "bogus" : GATEWAYS[order.payment],
    isTest: order.isTest,
    createdAt: placed.at.toISOString(),
    updatedAt: moment.at.toISOString(),
    cancelledAt: cancelledAt?.toISOString() ?? null,
    refunds: refundsOf(order, moment),
  });
  const fulfillments = sentAt ? [{ id: id * 2, status: "success", created_at: sentAt.toISOString() }] : [];
  const sold = { ...body, checkout_id: checkoutIdOf(order), fulfillments, refunds: refundsOf(order, moment) };
  return buyer ? withCompany(sold, order.company) : atTheCounter(sold);
}

/** What was paid for and then cancelled goes back whole. */
function refundsOf({ id, totalMinor }: PlannedOrder, { refunds, paidAt, cancelledAt }: OrderMoment) {
  const returned = refunds.map(({ at, amountMinor, reason }) => ({ at, amountMinor, reason }));
  if (paidAt && cancelledAt) returned.push({ at: cancelledAt, amountMinor: totalMinor, reason: "" });
  return returned.map(({ at, amountMinor, reason }, index) =>
    shopifyRefundBody({
      id: 8_800_000_000_000 + (id % 10_000_000) * 10 + index,
      orderId: id,
      note: reason || null,
      processedAt: at.toISOString(),
      transactions: [{ amountMinor }],
    }),
  );
}

type Body = ReturnType<typeof shopifyOrderBody>;

function withCompany<Told extends Pick<Body, "billing_address">>(body: Told, company: string) {
  return { ...body, billing_address: { ...body.billing_address, company: company || null } };
}

/** Nobody asks for a name at the counter. */
function atTheCounter<Told extends object>(body: Told) {
  const nobody = { email: null, contact_email: null, billing_address: null, shipping_address: null };
  return { ...body, ...nobody, source_name: "pos", payment_gateway_names: ["cash"] };
}
