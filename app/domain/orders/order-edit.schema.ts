import * as z from "zod";
import { releaseSchema } from "../corrections/release.schema";
import { amountReader, currencyCode, optionalLine, ticked, typedAmount } from "../corrections/typed-fields";
import { ORDER_STATUSES } from "./order-statuses";

/** What a person corrects of an order; amounts as typed, in `currency`. */
const correctSchema = z
  .object({
    intent: z.literal("correct"),
    status: z.enum(ORDER_STATUSES, { error: "errors:form.choose" }),
    currency: currencyCode,
    total: typedAmount,
    tax: typedAmount,
    shipping: typedAmount,
    discount: typedAmount,
    paid: typedAmount,
    paymentMethod: optionalLine,
    isCashOnDelivery: ticked,
    isTest: ticked,
  })
  .transform(({ intent, total, tax, shipping, discount, paid, ...rest }, issue) => {
    const minor = amountReader(rest.currency, issue);
    return {
      intent,
      values: {
        ...rest,
        totalMinor: minor("total", total),
        taxMinor: minor("tax", tax),
        shippingMinor: minor("shipping", shipping),
        discountMinor: minor("discount", discount),
        paidMinor: minor("paid", paid),
      },
    };
  });

/** What the buttons and forms of an order's page send. */
export const orderEditSchema = z.union([correctSchema, releaseSchema]);
export type OrderEditInput = z.input<typeof correctSchema>;
