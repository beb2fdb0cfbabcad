import { wooOrderBody } from "../../../app/connectors/woocommerce/fixtures/order-body";
import { wooCouponBody, wooLostRightsBody } from "../../../app/connectors/woocommerce/fixtures/other-bodies";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./calendar";
import type { PlannedDelivery } from "./planned";

/** Days before now, topic, body: what shops send besides what is wanted of them. */
type Odd = readonly [days: number, platform: PlannedDelivery["platform"], topic: string, body: unknown];

const DEEP = `${"[".repeat(80)}${"]".repeat(80)}`;
const { currency: _currency, ...ORDER_WITHOUT_CURRENCY } = wooOrderBody({ id: 3999, items: [] });

/** Deliveries that are ignored, need somebody's attention or cannot be read, so that the log has some of each. */
const ODD: readonly Odd[] = [
  [96, "woocommerce", "coupon.created", wooCouponBody()],
  [71.4, "woocommerce", "coupon.updated", { ...wooCouponBody(), amount: "15.00" }],
  [18.7, "shopify", "inventory_levels/update", { inventory_item_id: 271_878_346, available: 40 }],
  [9.3, "shopify", "carts/create", { id: "b1946ac92492d2347c6235b4d2611184", line_items: [] }],
  [2.6, "shopify", "fulfillments/create", { id: 123_456, order_id: 5_600_000_037_037, status: "success" }],
  [44.8, "woocommerce", "order.updated", wooLostRightsBody()],
  [44.7, "woocommerce", "order.created", wooLostRightsBody()],
  [26.1, "woocommerce", "order.updated", ORDER_WITHOUT_CURRENCY],
  [12.5, "shopify", "orders/risk_assessment_changed", { order_id: 5_600_000_037_111 }],
  [0.21, "woocommerce", "booking.created", { id: 88, status: "confirmed" }],
  [58.9, "woocommerce", "order.updated", '{"id":4188,"status":"processing","billing":{"first_name":"Si'],
  [21.3, "shopify", "products/update", DEEP],
  [6.4, "woocommerce", "product.updated", "<html><body>Maintenance mode</body></html>"],
];

export function oddDeliveries(now: Date): PlannedDelivery[] {
  return ODD.map(([days, platform, topic, body], index) => ({
    platform,
    topic,
    body,
    receivedAt: new Date(now.getTime() - Math.round(days * DAY_MS)),
    name: `odd-${index}`,
  }));
}

/** Of the deliveries of orders, every so many comes twice. */
const REPEATED_EVERY = 130;
/** And every so many is overtaken by the next of its order. */
const OVERTAKEN_EVERY = 90;

/**
 * What the way to us does to deliveries: some come twice, some late. `deliveries`
 * are those of one order, oldest first; `index` is the order's.
 */
export function disturb(deliveries: PlannedDelivery[], index: number): PlannedDelivery[] {
  const [first, second] = deliveries;
  if (!first) return deliveries;
  if (index % REPEATED_EVERY === 17) {
    const wait = index % 2 === 0 ? 10 * MINUTE_MS : 4 * HOUR_MS;
    return [...deliveries, { ...first, receivedAt: new Date(first.receivedAt.getTime() + wait) }];
  }
  if (index % OVERTAKEN_EVERY === 40 && second) {
    const late = { ...first, receivedAt: new Date(second.receivedAt.getTime() + MINUTE_MS) };
    return [late, ...deliveries.slice(1)];
  }
  return deliveries;
}
