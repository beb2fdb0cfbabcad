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
import { wooItemSchema } from "./order-schema";
import { gmtTime, siteTime } from "./times";

const MOST_ITEMS = 1000;

const fields = {
  id: requiredId,
  currency: requiredCurrency,
  total: looseAmount,
  billing_period: z.enum(["day", "week", "month", "year"], { error: "expected day, week, month or year" }),
  billing_interval: looseNumber,
  parent_id: looseId,
  number: looseText,
  status: looseText,
  customer_id: looseId,
  billing: looseObject(wooContactSchema),
  payment_method: looseText,
  payment_method_title: looseText,
  date_created_gmt: gmtTime,
  date_created: siteTime,
  date_modified_gmt: gmtTime,
  date_modified: siteTime,
  start_date_gmt: gmtTime,
  trial_end_date_gmt: gmtTime,
  next_payment_date_gmt: gmtTime,
  last_payment_date_gmt: gmtTime,
  cancelled_date_gmt: gmtTime,
  end_date_gmt: gmtTime,
  line_items: looseList(wooItemSchema),
};

/** An order's shape with a rhythm. Essential are an id, a currency, a total, the rhythm and any one date. */
export const wooSubscriptionSchema = z.object(fields).transform((subscription, context) => {
  const { start_date_gmt, date_created_gmt, date_created, date_modified_gmt, date_modified } = subscription;
  const amountMinor = toMinorUnits(subscription.total ?? "", subscription.currency);
  const startedAt =
    start_date_gmt ?? date_created_gmt ?? date_created ?? date_modified_gmt ?? date_modified ?? null;
  const expected = (field: string, message: string) =>
    context.issues.push({ code: "custom", path: [field], message, input: undefined });
  if (amountMinor === null) expected("total", "expected a decimal amount");
  if (startedAt === null) expected("start_date_gmt", "expected a time");
  if ((subscription.line_items?.length ?? 0) > MOST_ITEMS)
    expected("line_items", `expected at most ${MOST_ITEMS}`);
  if (amountMinor === null || startedAt === null) return z.NEVER;
  return { ...subscription, amountMinor, startedAt };
});

export type WooSubscription = z.infer<typeof wooSubscriptionSchema>;
