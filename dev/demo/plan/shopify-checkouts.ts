import {
  type ShopifyCheckoutInput,
  shopifyCheckoutBody,
} from "../../../app/connectors/shopify/fixtures/checkout-body";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./calendar";
import type { PlannedDelivery, PlannedOrder } from "./planned";

/** Of the orders, every so many was left behind first, and every so many is followed by a checkout that is left. */
const RECOVERED_EVERY = 11;
const LEFT_EVERY = 6;
/** Of those that are left, every so many is by somebody who never bought. */
const STRANGER_EVERY = 3;
const FIRST_ID = 34_900_000_000_000;

/** The checkout that an order completed; every order has one, but for those at the counter. */
export function checkoutIdOf({ number, buyer }: PlannedOrder): number | null {
  return buyer ? FIRST_ID + number * 10 : null;
}

/** What was left behind in the Shopify shop: some for a day, some for good, the last of them just now. */
export function shopifyCheckoutDeliveries(orders: readonly PlannedOrder[], now: Date): PlannedDelivery[] {
  const bought = orders.filter(({ platform, buyer }) => platform === "shopify" && buyer?.email);
  const left = bought.flatMap((order, index) => leftBeside(order, index));
  const latest = bought.at(-1);
  const open = latest
    ? [tell(latest, { id: FIRST_ID + 5, at: new Date(now.getTime() - 20 * MINUTE_MS) })]
    : [];
  return [...left, ...open];
}

function leftBeside(order: PlannedOrder, index: number): PlannedDelivery[] {
  const [placed] = order.steps;
  const id = checkoutIdOf(order);
  if (!placed || id === null) return [];
  const at = (ms: number) => new Date(placed.at.getTime() + ms);
  if (index % RECOVERED_EVERY === 3) {
    const begun = at(-26 * HOUR_MS);
    return [tell(order, { id, at: begun }), tell(order, { id, at: at(-5 * MINUTE_MS), begunAt: begun })];
  }
  if (index % LEFT_EVERY !== 2) return [];
  const isStranger = index % (LEFT_EVERY * STRANGER_EVERY) === 2;
  return [tell(order, { id: id + 1, at: at(3 * DAY_MS + index * MINUTE_MS), isStranger, index })];
}

type Told = { id: number; at: Date; begunAt?: Date; isStranger?: boolean; index?: number };

function tell(order: PlannedOrder, { id, at, begunAt = at, isStranger, index = 0 }: Told): PlannedDelivery {
  const stranger = {
    name: order.buyer?.name.split(" ").slice(0, 1).join(" ") ?? "",
    email: `pelawat${index}@contoh.my`,
    phone: `011-${String(20_000_000 + index * 7919).slice(0, 8)}`,
  };
  const input: ShopifyCheckoutInput = {
    id,
    buyer: { ...order.buyer, ...(isStranger && stranger) },
    items: order.items,
    acceptsMarketing: false,
    createdAt: begunAt.toISOString(),
    updatedAt: at.toISOString(),
  };
  return {
    platform: "shopify",
    topic: begunAt === at ? "checkouts/create" : "checkouts/update",
    body: shopifyCheckoutBody(input),
    receivedAt: new Date(at.getTime() + 1500),
    name: `checkout-${id}-${at.getTime() / 1000}`,
  };
}
