import { wooSubscriptionBody } from "../../../app/connectors/woocommerce/fixtures/subscription-body";
import { DAY_MS } from "./calendar";
import type { PlannedDelivery, PlannedOrder } from "./planned";

const BOXES = [
  { name: "Kotak sambal bulanan", sku: "LG-SAMBAL", unitMinor: 5900, interval: 1, period: "month" },
  { name: "Rempah setiap dua bulan", sku: "LG-REMPAH", unitMinor: 4500, interval: 2, period: "month" },
  { name: "Kerepek pejabat mingguan", sku: "LG-KEREPEK", unitMinor: 8800, interval: 1, period: "week" },
] as const;

const STATUSES = [
  ...["active", "active", "on-hold", "active", "trial", "active", "cancelled", "active"],
  ...["pending-cancel", "active", "expired", "active", "pending"],
];
const DUE = ["active", "trial", "pending-cancel"];
const COUNT = 20;
const FIRST_ID = 90_001;

/** What some account holders of the WooCommerce shop pay again and again, begun with one of their orders. */
export function wooSubscriptionDeliveries(orders: readonly PlannedOrder[], now: Date): PlannedDelivery[] {
  const firsts = new Map<number, PlannedOrder>();
  for (const order of orders) {
    const isAccount = order.platform === "woocommerce" && order.accountId > 0 && order.buyer;
    const isPaid = order.steps.some(({ kind }) => kind === "paid");
    if (
      isAccount &&
      isPaid &&
      !order.steps.some(({ kind }) => kind === "cancelled") &&
      !firsts.has(order.accountId)
    )
      firsts.set(order.accountId, order);
  }
  const chosen = [...firsts.values()];
  const step = Math.max(1, Math.floor(chosen.length / COUNT));
  return chosen
    .filter((_, index) => index % step === 0)
    .slice(0, COUNT)
    .flatMap((order, index) => lifeOf(order, index, now));
}

/** It is made active with its order, and a month later told as it is now. */
function lifeOf(order: PlannedOrder, index: number, now: Date): PlannedDelivery[] {
  const [placed] = order.steps;
  const status = STATUSES[index % STATUSES.length] ?? "active";
  if (!placed) return [];
  const later = new Date(Math.min(placed.at.getTime() + 30 * DAY_MS, now.getTime() - index * DAY_MS));
  const begun = tell(order, index, { status: "active", at: placed.at, now });
  const stands = later <= placed.at ? [] : [tell(order, index, { status, at: later, now })];
  return [begun, ...stands];
}

function tell(
  order: PlannedOrder,
  index: number,
  { status, at, now }: { status: string; at: Date; now: Date },
): PlannedDelivery {
  const box = BOXES[index % BOXES.length] ?? BOXES[0];
  const [placed = { at }] = order.steps;
  const next = new Date(now.getTime() + (2 + ((index * 5) % 27)) * DAY_MS).toISOString();
  const id = FIRST_ID + index;
  const hasEnded = status === "cancelled" || status === "expired";
  return {
    platform: "woocommerce",
    topic: at === placed.at ? "subscription.created" : "subscription.updated",
    body: wooSubscriptionBody({
      id,
      number: String(id),
      status: status === "trial" ? "active" : status,
      customerId: order.accountId,
      buyer: order.buyer ?? {},
      items: [{ id: id * 10, productId: 900 + (index % BOXES.length), quantity: 1, ...box }],
      shippingMinor: 0,
      period: box.period,
      interval: box.interval,
      parentId: order.id,
      createdAt: placed.at.toISOString(),
      modifiedAt: at.toISOString(),
      lastPaymentAt: placed.at.toISOString(),
      ...(status === "trial" && { trialEndsAt: next }),
      ...(DUE.includes(status) && { nextPaymentAt: next }),
      ...(hasEnded && { endedAt: at.toISOString() }),
      ...(status === "cancelled" && { cancelledAt: at.toISOString() }),
    }),
    receivedAt: new Date(at.getTime() + 6000),
    name: `subscription-${id}-${at.getTime() / 1000}`,
  };
}
