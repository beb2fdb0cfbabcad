import type { OrderState } from "../canonical";
import { isCashOnDelivery } from "../cash-on-delivery";
import type { ParseResult } from "../connector";
import { orderOf } from "../order-of";
import { asEvents, asNeedsAttention, asUnmappable } from "../parse-result";
import { mapItems } from "./map-items";
import { mapPerson } from "./map-person";
import { readMappedTime } from "./read-mapped-time";
import { type Reading, readRuleAmount, readRuleCurrency, readRuleId, readRuleText } from "./read-rule";
import { readStatus } from "./read-status";
import type { Target } from "./targets";

/** Where a sender names no currency. */
const HOME_CURRENCY = "MYR";

/** The order that a body tells of, or which field keeps it from being one. */
export function mapOrder(reading: Reading, receivedAt: string): ParseResult {
  const { body, mapping } = reading;
  const { fields } = mapping;
  const text = (target: Target) => readRuleText(reading, fields[target]);
  const externalId = readRuleId(reading, fields.id);
  if (externalId === null) return asUnmappable("id: expected an id where the mapping points");
  const { word, status } = readStatus(body, mapping);
  if (status === null) {
    return asNeedsAttention("unknown_status", "status: expected a word that the mapping gives a meaning");
  }
  const currency = readRuleCurrency(reading, fields.currency) ?? HOME_CURRENCY;
  const amounts = readAmounts(reading, currency);
  if (typeof amounts === "string")
    return asUnmappable(`${amounts}: expected an amount where the mapping points`);
  const items = mapItems(reading, currency, amounts.total);
  if (items === null) return asUnmappable("items: expected at most 1000");
  const time = timeOf(reading);
  const paymentMethod = text("paymentMethod");
  const coupon = text("coupon");
  const order = orderOf({
    externalId,
    number: text("number") ?? externalId,
    status,
    sourceStatus: word,
    currency,
    totalMinor: amounts.total ?? totalOf(items, amounts),
    taxMinor: amounts.tax ?? 0,
    shippingMinor: amounts.shipping ?? 0,
    discountMinor: amounts.discount ?? 0,
    placedAt: time("placedAt") ?? receivedAt,
    paidAt: time("paidAt"),
    isCashOnDelivery: isCashOnDelivery(paymentMethod),
    paymentMethod,
    coupons: coupon === null ? [] : [coupon],
    channel: text("channel"),
    person: mapPerson(reading),
    items,
  });
  return asEvents(orderEvent(order, time("updatedAt")));
}

/** Without a time of its own the state with the highest status stands. */
function orderEvent(order: OrderState, sourceTime: string | null) {
  return sourceTime === null
    ? ({ kind: "order.state", sourceTime, isOrderedByStatus: true, order } as const)
    : ({ kind: "order.state", sourceTime, order } as const);
}

const AMOUNTS = ["total", "tax", "shipping", "discount"] as const;
type Amounts = Record<(typeof AMOUNTS)[number], number | null>;

/** The amounts in minor units, null where there is none; the name of the first that is something else. */
function readAmounts(reading: Reading, currency: string): Amounts | string {
  const found: Amounts = { total: null, tax: null, shipping: null, discount: null };
  for (const name of AMOUNTS) {
    const { minor, isWrong } = readRuleAmount(reading, reading.mapping.fields[name], currency);
    if (isWrong) return name;
    found[name] = minor;
  }
  return found;
}

/** What the lines come to, with what is added and taken off. */
function totalOf(items: readonly { totalMinor: number }[], { shipping, tax, discount }: Amounts): number {
  const lines = items.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const total = lines + (shipping ?? 0) + (tax ?? 0) - Math.abs(discount ?? 0);
  return Number.isSafeInteger(total) ? total : 0;
}

function timeOf(reading: Reading) {
  return (target: "updatedAt" | "placedAt" | "paidAt") => {
    const text = readRuleText(reading, reading.mapping.fields[target]);
    return text === null ? null : readMappedTime(text, reading.mapping.reading);
  };
}
