import { decodeHtmlEntities } from "~/lib/html-entities";
import { sumMinorUnits, toMinorUnits } from "~/lib/money";
import { type OrderItem, type OrderState, REVENUE_STATUSES, type RefundFact } from "../canonical";
import { isCashOnDelivery } from "../cash-on-delivery";
import { personOrNull } from "../person";
import { billingPerson, contactAddress } from "./contact";
import type { WooOrder, WooOrderItem } from "./order-schema";
import { toOrderStatus } from "./order-status";

type Amount = string | number | null;

/** The order as WooCommerce describes it. `order` has passed `wooOrderSchema`. */
export function toOrderState(order: WooOrder): OrderState {
  const minor = (amount: Amount) => toMinorUnits(amount ?? 0, order.currency) ?? 0;
  const { totalMinor, placedAt } = order;
  const paidAt = order.date_paid_gmt ?? order.date_paid;
  const refunds = toRefunds(order, minor);
  const isCod = isCashOnDelivery(order.payment_method, order.payment_method_title);
  const sourceStatus = order.status?.toLowerCase().replace(/^wc-/, "") ?? "unknown";
  const status = toOrderStatus({
    sourceStatus,
    isCashOnDelivery: isCod,
    hasPaymentDate: paidAt !== null,
    isFullyRefunded: totalMinor > 0 && refunds.refundedMinor >= totalMinor,
  });
  return {
    externalId: order.id,
    number: order.number ?? order.id,
    status,
    sourceStatus,
    currency: order.currency,
    totalMinor,
    taxMinor: minor(order.total_tax),
    shippingMinor: minor(order.shipping_total),
    discountMinor: minor(order.discount_total),
    paidMinor: paidAt !== null || REVENUE_STATUSES.includes(status) ? totalMinor : 0,
    placedAt,
    paidAt,
    fulfilledAt: order.date_completed_gmt ?? order.date_completed,
    cancelledAt: null,
    isTest: false,
    isCashOnDelivery: isCod,
    paymentMethod: order.payment_method_title ?? order.payment_method,
    coupons: (order.coupon_lines ?? []).flatMap((line) => line.code ?? []),
    channel: order.created_via,
    checkoutExternalId: null,
    subscriptionExternalId: order.subscriptionId,
    person: personOrNull(billingPerson(order.customer_id, order.billing)),
    shippingAddress: contactAddress(order.shipping),
    items: (order.line_items ?? []).map((item, index) => toOrderItem(item, index, order.currency)),
    refunds: refunds.facts,
    areRefundsComplete: refunds.areComplete,
    consents: [],
  };
}

/** A line of an order or a subscription. */
export function toOrderItem(item: WooOrderItem, index: number, currency: string): OrderItem {
  const minor = (amount: Amount) => toMinorUnits(amount ?? 0, currency) ?? 0;
  const externalId = item.id ?? `line-${index + 1}`;
  return {
    externalId,
    productExternalId: item.product_id,
    variantExternalId: item.variation_id,
    sku: item.sku,
    name:
      item.name === null ? (item.sku ?? `#${item.product_id ?? externalId}`) : decodeHtmlEntities(item.name),
    quantity: item.quantity ?? 1,
    totalMinor: minor(item.total),
    taxMinor: minor(item.total_tax),
  };
}

/** An order carries all its refunds, as negative totals. One that can't be read leaves the list incomplete. */
function toRefunds(order: WooOrder, minor: (amount: Amount) => number) {
  const facts = new Map<string, RefundFact>();
  let areComplete = order.refunds !== null;
  for (const refund of order.refunds ?? []) {
    const amountMinor = Math.abs(minor(refund.total));
    if (refund.id === null) areComplete = false;
    else if (amountMinor > 0) {
      facts.set(refund.id, {
        externalId: refund.id,
        orderExternalId: order.id,
        amountMinor,
        currency: order.currency,
        reason: refund.reason,
        refundedAt: null,
      });
    }
  }
  const refundedMinor = sumMinorUnits([...facts.values()].map((fact) => fact.amountMinor));
  return { facts: [...facts.values()], refundedMinor, areComplete };
}
