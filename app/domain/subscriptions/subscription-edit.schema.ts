import * as z from "zod";
import { releaseSchema } from "../corrections/release.schema";
import { amountReader, currencyCode, optionalLine, typedAmount } from "../corrections/typed-fields";
import { INTERVAL_UNITS, SUBSCRIPTION_STATUSES } from "./subscription-statuses";

/** What a person corrects of a subscription; the amount as typed, in `currency`. */
const correctSchema = z
  .object({
    intent: z.literal("correct"),
    status: z.enum(SUBSCRIPTION_STATUSES, { error: "errors:form.choose" }),
    currency: currencyCode,
    amount: typedAmount,
    intervalCount: z.coerce
      .number({ error: "sales:errors.interval" })
      .int("sales:errors.interval")
      .min(1, "sales:errors.interval")
      .max(999, "sales:errors.interval"),
    intervalUnit: z.enum(INTERVAL_UNITS, { error: "errors:form.choose" }),
    paymentMethod: optionalLine,
  })
  .transform(({ intent, amount, ...rest }, issue) => {
    const minor = amountReader(rest.currency, issue);
    return { intent, values: { ...rest, amountMinor: minor("amount", amount) } };
  });

/** What the buttons and forms of a subscription's page send. */
export const subscriptionEditSchema = z.union([correctSchema, releaseSchema]);
export type SubscriptionEditInput = z.input<typeof correctSchema>;
