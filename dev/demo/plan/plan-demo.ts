import { type Buyer, makeBuyers } from "./buyers";
import { orderInstants } from "./calendar";
import { consentsOf, NO_CONSENTS } from "./consents";
import { customerDeliveries } from "./customer-deliveries";
import { disturb, oddDeliveries } from "./odd-deliveries";
import { makeOrders } from "./orders";
import type { PlannedDelivery, PlannedOrder } from "./planned";
import { productDeliveries } from "./product-deliveries";
import { makeRandom } from "./random";
import { shopifyCheckoutDeliveries } from "./shopify-checkouts";
import { shopifyOrderDeliveries } from "./shopify-orders";
import { wooOrderDeliveries } from "./woo-orders";
import { wooSubscriptionDeliveries } from "./woo-subscriptions";

export type DemoSize = { buyers: number; orders: number };
export const FULL_SIZE: DemoSize = { buyers: 620, orders: 1800 };

/** The same people buy the same things in every demo; only the dates follow the calendar. */
const SEED = 20_261_123;

/** Everybody who has bought in the demo's shops. */
export function demoBuyers(): Buyer[] {
  return makeBuyers(FULL_SIZE.buyers, makeRandom(SEED));
}

/**
 * Everything that the demo's shops have sent until `now`, oldest first. The same
 * moment and size give the same deliveries.
 */
export function planDemo(now: Date, size: DemoSize = FULL_SIZE): PlannedDelivery[] {
  const random = makeRandom(SEED);
  const buyers = makeBuyers(size.buyers, random);
  const orders = makeOrders(orderInstants(now, size.orders, random), buyers, random);
  const joined = joinTimes(orders);
  const planned = [
    ...productDeliveries(now),
    ...customerDeliveries(orders),
    ...orders.flatMap((order, index) => disturb(deliveriesOf(order, joined), index)),
    ...wooSubscriptionDeliveries(orders, now),
    ...shopifyCheckoutDeliveries(orders, now),
    ...oddDeliveries(now),
  ];
  return planned
    .filter(({ receivedAt }) => receivedAt <= now)
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

function deliveriesOf(order: PlannedOrder, joined: ReadonlyMap<number, Date>): PlannedDelivery[] {
  if (order.platform === "woocommerce") return wooOrderDeliveries(order);
  const joinedAt = joined.get(order.accountId);
  return shopifyOrderDeliveries(order, joinedAt ? consentsOf(order.accountId, joinedAt) : NO_CONSENTS);
}

/** When each Shopify account was made: with its first order. */
function joinTimes(orders: readonly PlannedOrder[]): Map<number, Date> {
  const joined = new Map<number, Date>();
  for (const { platform, accountId, buyer, steps } of orders) {
    const [placed] = steps;
    if (platform === "shopify" && buyer && placed && !joined.has(accountId)) joined.set(accountId, placed.at);
  }
  return joined;
}
