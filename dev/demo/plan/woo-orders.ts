import { type WooOrderInput, wooOrderBody } from "../../../app/connectors/woocommerce/fixtures/order-body";
import type { Payment, PlannedDelivery, PlannedOrder } from "./planned";
import { momentsOf, type OrderMoment } from "./told-steps";

const METHODS: Record<Payment, WooOrderInput["paymentMethod"]> = {
  online: "fpx",
  card: "stripe",
  transfer: "bacs",
  cod: "cod",
};
/** What WooCommerce calls an order before it is paid. */
const UNPAID: Record<Payment, string> = {
  online: "pending",
  card: "pending",
  transfer: "on-hold",
  cod: "processing",
};

/** WooCommerce tells of an order when its status or its refunds change, seconds after it happened. */
export function wooOrderDeliveries(order: PlannedOrder): PlannedDelivery[] {
  const deliveries: PlannedDelivery[] = [];
  let told = "";
  for (const moment of momentsOf(order)) {
    const status = statusOf(order, moment);
    if (told === status && moment.refundedMinor === 0) continue;
    const topic = told === "" ? "order.created" : "order.updated";
    told = status;
    const { id } = order;
    deliveries.push({
      platform: "woocommerce",
      topic,
      body: bodyOf(order, moment, status),
      receivedAt: new Date(moment.at.getTime() + 4000 + ((id * 37) % 71) * 500),
      name: `${id}-${moment.at.getTime() / 1000}`,
    });
  }
  return deliveries;
}

function statusOf(order: PlannedOrder, moment: OrderMoment): string {
  if (moment.cancelledAt) return "cancelled";
  if (moment.hasFailed) return "failed";
  if (moment.refundedMinor === order.totalMinor) return "refunded";
  if (!moment.paidAt) return UNPAID[order.payment];
  return moment.sentAt ? "completed" : "processing";
}

function bodyOf(order: PlannedOrder, moment: OrderMoment, status: string) {
  const { id, number, buyer, accountId, items, shippingMinor, discountMinor, coupons, payment } = order;
  const [placed] = order.steps;
  const { paidAt, sentAt } = moment;
  const hasEnded = paidAt && sentAt;
  const body = wooOrderBody({
    id,
    number: String(number),
    status,
    customerId: accountId,
    buyer: buyer ?? {},
    items,
    shippingMinor,
    discountMinor,
    coupons,
    paymentMethod: METHODS[payment],
    // Orders without an email were taken by phone.
    createdVia: buyer?.email ? "checkout" : "admin",
    createdAt: (placed ?? moment).at.toISOString(),
    modifiedAt: moment.at.toISOString(),
    paidAt: paidAt?.toISOString() ?? null,
    completedAt: hasEnded ? new Date(Math.max(paidAt.getTime(), sentAt.getTime())).toISOString() : null,
    refunds: moment.refunds.map(({ amountMinor, reason }, index) => ({
      id: id * 10 + index,
      amountMinor,
      reason,
    })),
  });
  const { company } = order;
  return { ...body, billing: { ...body.billing, company }, shipping: { ...body.shipping, company } };
}
