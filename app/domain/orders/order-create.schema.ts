import * as z from "zod";
import { amountReader, currencyCode, optionalLine, ticked, typedAmount } from "../corrections/typed-fields";
import { readBuyer, typedBuyer } from "../customers/typed-buyer";
import { ORDER_STATUSES } from "./order-statuses";
import { totalOf } from "./order-total";
import { readItems, typedItems } from "./typed-items";

/** An order that a person enters: amounts as typed, in `currency`; its time as in the organization's zone. */
export const orderCreateSchema = z
  .object({
    ...typedBuyer,
    number: optionalLine,
    status: z.enum(ORDER_STATUSES, { error: "errors:form.choose" }),
    currency: currencyCode,
    placedAt: z
      .string({ error: "sales:errors.time" })
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "sales:errors.time"),
    items: typedItems,
    shipping: typedAmount.optional(),
    tax: typedAmount.optional(),
    discount: typedAmount.optional(),
    paymentMethod: optionalLine,
    isCashOnDelivery: ticked,
    isTest: ticked,
  })
  .transform(({ items, shipping, tax, discount, ...rest }, issue) => {
    const minor = amountReader(rest.currency, issue);
    const { customerId, buyerName, buyerPhone, buyerEmail, ...facts } = rest;
    const order = {
      ...facts,
      buyer: readBuyer({ customerId, buyerName, buyerPhone, buyerEmail }, issue),
      items: readItems(items, minor),
      shippingMinor: shipping ? minor("shipping", shipping) : 0,
      taxMinor: tax ? minor("tax", tax) : 0,
      discountMinor: discount ? minor("discount", discount) : 0,
    };
    if (totalOf(order) < 0) {
      issue.addIssue({ code: "custom", message: "sales:errors.tooMuchOff", path: ["discount"] });
    }
    return order;
  });

export type CreateOrder = z.output<typeof orderCreateSchema>;
export type OrderCreateInput = z.input<typeof orderCreateSchema>;
