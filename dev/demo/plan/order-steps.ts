import { DAY_MS, HOUR_MS, MINUTE_MS } from "./calendar";
import type { DemoPlatform } from "./demo-platform";
import type { OrderStep, Payment } from "./planned";
import type { Random } from "./random";

type Fate = "good" | "abandoned" | "declined" | "cancelled" | "refused" | "refunded" | "partly refunded";

/** How orders end. Shopify makes no order before the buyer has paid or promised to. */
const FATES: Record<Payment, readonly (readonly [Fate, number])[]> = {
  online: [
    ["good", 86],
    ["abandoned", 5],
    ["declined", 3],
    ["cancelled", 2],
    ["refunded", 2],
    ["partly refunded", 2],
  ],
  card: [
    ["good", 92],
    ["declined", 2],
    ["cancelled", 2],
    ["refunded", 2],
    ["partly refunded", 2],
  ],
  transfer: [
    ["good", 82],
    ["abandoned", 14],
    ["partly refunded", 4],
  ],
  cod: [
    ["good", 84],
    ["refused", 13],
    ["cancelled", 3],
  ],
};

const REASONS = ["Barang rosak semasa penghantaran", "Stok habis", "Saiz tidak sesuai", "Lewat sampai", ""];

type OrderFacts = { platform: DemoPlatform; payment: Payment; placedAt: Date; totalMinor: number };

/** Everything that happens to an order, in the order of time, whether or not it is over by now. */
export function makeSteps(order: OrderFacts, random: Random): OrderStep[] {
  const fate = random.weighted(FATES[order.payment]);
  const placed: OrderStep = { kind: "placed", at: order.placedAt };
  if (order.payment === "cod") return [placed, ...cashSteps(order.placedAt, fate, random)];
  const isDue = order.platform === "woocommerce" || order.payment === "transfer";
  if (fate === "abandoned" && isDue) return [placed, { kind: "cancelled", at: givesUpAt(order, random) }];
  if (fate === "declined") return [placed, { kind: "failed", at: declinedAt(order, random) }];
  const paidAt = paymentTime(order, random);
  const sentAt = later(paidAt, 5 * HOUR_MS, 56 * HOUR_MS, random);
  const paid: OrderStep = { kind: "paid", at: paidAt };
  if (fate === "cancelled") {
    return [placed, paid, { kind: "cancelled", at: later(paidAt, HOUR_MS, 5 * HOUR_MS, random) }];
  }
  return [placed, paid, { kind: "sent", at: sentAt }, ...refundSteps(order, fate, sentAt, random)];
}

/** Sent first, paid at the door, if the door opens. */
function cashSteps(placedAt: Date, fate: Fate, random: Random): OrderStep[] {
  if (fate === "cancelled") return [{ kind: "cancelled", at: later(placedAt, HOUR_MS, 6 * HOUR_MS, random) }];
  const sentAt = later(placedAt, 8 * HOUR_MS, 50 * HOUR_MS, random);
  const endsAt = later(sentAt, 2 * DAY_MS, 6 * DAY_MS, random);
  return [
    { kind: "sent", at: sentAt },
    { kind: fate === "refused" ? "cancelled" : "paid", at: endsAt },
  ];
}

function refundSteps(order: OrderFacts, fate: Fate, sentAt: Date, random: Random): OrderStep[] {
  if (fate !== "refunded" && fate !== "partly refunded") return [];
  const share = fate === "refunded" ? 1 : random.whole(2, 6) / 10;
  const amountMinor = Math.round(order.totalMinor * share);
  const at = later(sentAt, 2 * DAY_MS, 9 * DAY_MS, random);
  return [{ kind: "refunded", at, amountMinor, reason: random.pick(REASONS) }];
}

/** Most payments are over before the shop tells of the order; Shopify tells of no order before. */
function paymentTime({ platform, payment, placedAt }: OrderFacts, random: Random): Date {
  if (payment === "transfer") return later(placedAt, HOUR_MS, 30 * HOUR_MS, random);
  if (platform === "shopify" || random.chance(0.7)) return placedAt;
  return later(placedAt, MINUTE_MS, 6 * MINUTE_MS, random);
}

function givesUpAt({ payment, placedAt }: OrderFacts, random: Random): Date {
  if (payment === "transfer") return later(placedAt, 3 * DAY_MS, 4 * DAY_MS, random);
  return later(placedAt, 60 * MINUTE_MS, 75 * MINUTE_MS, random);
}

/** A bank says no at once; what a card promised expires after a week. */
function declinedAt({ platform, placedAt }: OrderFacts, random: Random): Date {
  if (platform === "shopify") return later(placedAt, 7 * DAY_MS, 7.1 * DAY_MS, random);
  return later(placedAt, MINUTE_MS, 4 * MINUTE_MS, random);
}

/** In whole seconds, as shops write times. */
function later(at: Date, leastMs: number, mostMs: number, random: Random): Date {
  const ms = random.whole(leastMs / 1000, Math.floor(mostMs / 1000)) * 1000;
  return new Date(at.getTime() + ms);
}
