import * as z from "zod";
import { toMinorUnits } from "~/lib/money";
import { malaysiaTime } from "../malaysia-time";
import {
  looseAmount,
  looseCurrency,
  looseList,
  looseNumber,
  looseObject,
  looseText,
  requiredId,
} from "../tolerant-schemas";

const contactSchema = z.object({
  first_name: looseText,
  last_name: looseText,
  phone: looseText,
  email: looseText,
  address1: looseText,
  address2: looseText,
  zip: looseText,
  city: looseText,
  state: looseText,
});
export type Contact = z.infer<typeof contactSchema>;

const itemSchema = z.object({
  product: looseObject(z.object({ name: looseText, sku: looseText })),
  name: looseText,
  price: looseAmount,
  quantity: looseNumber,
  subtotal: looseAmount,
});
export type CheckoutItem = z.infer<typeof itemSchema>;

/** Only an id and a total are essential. */
export const checkoutSchema = z
  .object({
    id: requiredId,
    currency: looseCurrency,
    total: looseAmount,
    shipping: looseAmount,
    rate: looseText,
    completed_at: malaysiaTime,
    created_at: malaysiaTime,
    gateway_code: looseText,
    gateway_name: looseText,
    items: looseList(itemSchema),
    customer: looseObject(contactSchema),
    shipping_address: looseObject(contactSchema),
  })
  .transform((checkout, context) => {
    const currency = checkout.currency ?? "MYR";
    const totalMinor = toMinorUnits(checkout.total ?? "", currency);
    if (totalMinor !== null) return { ...checkout, currency, totalMinor };
    const message = "expected a decimal amount";
    context.issues.push({ code: "custom", path: ["total"], message, input: undefined });
    return z.NEVER;
  });

export type Checkout = z.infer<typeof checkoutSchema>;
