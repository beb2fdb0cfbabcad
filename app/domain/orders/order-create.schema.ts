import * as z from "zod";
import {
  amountReader,
  currencyCode,
  neededLine,
  optionalLine,
  ticked,
  typedAmount,
} from "../corrections/typed-fields";
import { ORDER_STATUSES } from "./order-statuses";

const MOST_ITEMS = 50;
const item = z.object({
  name: neededLine,
  sku: optionalLine,
  quantity: z.coerce
    .number({ error: "sales:errors.quantity" })
    .positive("sales:errors.quantity")
    .max(1_000_000, "sales:errors.quantity"),
  /** What the whole line costs. */
  total: typedAmount,
});

/** An order that a person enters: amounts as typed, in `currency`; its time as in the organization's zone. */
export const orderCreateSchema = z
  .object({
    customerId: z.uuid("sales:errors.noCustomer").optional(),
    number: optionalLine,
    status: z.enum(ORDER_STATUSES, { error: "errors:form.choose" }),
    currency: currencyCode,
    placedAt: z
      .string({ error: "sales:errors.time" })
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "sales:errors.time"),
    items: z.array(item).min(1, "sales:errors.noItems").max(MOST_ITEMS, "sales:errors.noItems"),
    shipping: typedAmount.optional(),
    tax: typedAmount.optional(),
    paymentMethod: optionalLine,
    isCashOnDelivery: ticked,
    isTest: ticked,
  })
  .transform(({ items, shipping, tax, ...rest }, issue) => {
    const minor = amountReader(rest.currency, issue);
    return {
      ...rest,
      items: items.map((one, i) => ({ ...one, totalMinor: minor(`items[${i}].total`, one.total) })),
      shippingMinor: shipping ? minor("shipping", shipping) : 0,
      taxMinor: tax ? minor("tax", tax) : 0,
    };
  });

export type CreateOrder = z.output<typeof orderCreateSchema>;
export type OrderCreateInput = z.input<typeof orderCreateSchema>;
