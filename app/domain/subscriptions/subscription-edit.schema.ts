import * as z from "zod";
import { releaseSchema } from "../corrections/release.schema";
import {
  amountReader,
  currencyCode,
  neededLine,
  optionalLine,
  typedAmount,
  typedDay,
} from "../corrections/typed-fields";
import { readBuyer, typedBuyer } from "../customers/typed-buyer";
import { INTERVAL_UNITS, SUBSCRIPTION_STATUSES } from "./subscription-statuses";

/** How much is paid how often; the amount as typed, in `currency`. */
const typedTerms = {
  status: z.enum(SUBSCRIPTION_STATUSES, { error: "errors:form.choose" }),
  currency: currencyCode,
  amount: typedAmount,
  intervalCount: z.coerce
    .number({ error: "sales:errors.interval" })
    .int("sales:errors.interval")
    .min(1, "sales:errors.interval")
    .max(999, "sales:errors.interval"),
  intervalUnit: z.enum(INTERVAL_UNITS, { error: "errors:form.choose" }),
  /** Left empty when no further payment is due. */
  nextPayment: typedDay.optional(),
  paymentMethod: optionalLine,
};

const correctSchema = z
  .object({ intent: z.literal("correct"), ...typedTerms })
  .transform(({ intent, amount, nextPayment, ...rest }, issue) => {
    const minor = amountReader(rest.currency, issue);
    return {
      intent,
      values: { ...rest, amountMinor: minor("amount", amount), nextPaymentAt: nextPayment ?? null },
    };
  });

/** What the buttons and forms of a subscription's page send. */
export const subscriptionEditSchema = z.union([correctSchema, releaseSchema]);
export type SubscriptionEditInput = z.input<typeof correctSchema>;

/** A subscription that a person enters; days as of the organization's calendar. */
export const subscriptionCreateSchema = z
  .object({ ...typedBuyer, product: neededLine, started: typedDay, ...typedTerms })
  .transform(({ amount, nextPayment, customerId, buyerName, buyerPhone, buyerEmail, ...rest }, issue) => ({
    ...rest,
    buyer: readBuyer({ customerId, buyerName, buyerPhone, buyerEmail }, issue),
    amountMinor: amountReader(rest.currency, issue)("amount", amount),
    nextPayment: nextPayment ?? null,
  }));
export type CreateSubscription = z.output<typeof subscriptionCreateSchema>;
export type SubscriptionCreateInput = z.input<typeof subscriptionCreateSchema>;
