import * as z from "zod";
import { toMinorUnits } from "~/lib/money";
import {
  looseAmount,
  looseId,
  looseList,
  looseNumber,
  looseObject,
  looseText,
  requiredCurrency,
  requiredId,
} from "../tolerant-schemas";
import { wooContactSchema } from "./contact";
import { gmtTime, siteTime } from "./times";

const MOST_ITEMS = 1000;

export const wooItemSchema = z.object({
  id: looseId,
  name: looseText,
  product_id: looseId,
  variation_id: looseId,
  sku: looseText,
  quantity: looseNumber,
  total: looseAmount,
  total_tax: looseAmount,
});

const metaSchema = z.object({ key: looseText, value: looseId });

/** How the subscriptions plugin marks an order that pays for a subscription. */
const SUBSCRIPTION_MARKS: ReadonlySet<string> = new Set([
  "_subscription_renewal",
  "_subscription_resubscribe",
  "_subscription_switch",
]);

const refundSchema = z.object({ id: looseId, reason: looseText, total: looseAmount });

/** Only an id, a currency, a total and any one date are essential; the rest falls back. */
export const wooOrderSchema = z
  .object({
    id: requiredId,
    currency: requiredCurrency,
    total: looseAmount,
    number: looseText,
    status: looseText,
    created_via: looseText,
    total_tax: looseAmount,
    shipping_total: looseAmount,
    discount_total: looseAmount,
    customer_id: looseId,
    billing: looseObject(wooContactSchema),
    shipping: looseObject(wooContactSchema),
    payment_method: looseText,
    payment_method_title: looseText,
    date_created_gmt: gmtTime,
    date_created: siteTime,
    date_modified_gmt: gmtTime,
    date_modified: siteTime,
    date_paid_gmt: gmtTime,
    date_paid: siteTime,
    date_completed_gmt: gmtTime,
    date_completed: siteTime,
    line_items: looseList(wooItemSchema),
    coupon_lines: looseList(z.object({ code: looseText })),
    refunds: looseList(refundSchema),
    meta_data: looseList(metaSchema),
  })
  .transform((order, context) => {
    const totalMinor = toMinorUnits(order.total ?? "", order.currency);
    const placedAt = placedAtOf(order);
    const expected = (field: string, message: string) =>
      context.issues.push({ code: "custom", path: [field], message, input: undefined });
    if (totalMinor === null) expected("total", "expected a decimal amount");
    if (placedAt === null) expected("date_created_gmt", "expected a time");
    if ((order.line_items?.length ?? 0) > MOST_ITEMS)
      expected("line_items", `expected at most ${MOST_ITEMS}`);
    return totalMinor === null || placedAt === null
      ? z.NEVER
      : { ...order, totalMinor, placedAt, subscriptionId: subscriptionOf(order.meta_data) };
  });

export type WooOrder = z.infer<typeof wooOrderSchema>;
export type WooOrderItem = z.infer<typeof wooItemSchema>;

function subscriptionOf(meta: readonly z.infer<typeof metaSchema>[] | null): string | null {
  return meta?.find(({ key }) => key !== null && SUBSCRIPTION_MARKS.has(key))?.value ?? null;
}

type Dates = Record<
  "date_created_gmt" | "date_created" | "date_paid_gmt" | "date_modified_gmt" | "date_modified",
  string | null
>;

/** When it was placed, or the earliest time known of it. */
function placedAtOf(order: Dates): string | null {
  return (
    order.date_created_gmt ??
    order.date_created ??
    order.date_paid_gmt ??
    order.date_modified_gmt ??
    order.date_modified
  );
}
