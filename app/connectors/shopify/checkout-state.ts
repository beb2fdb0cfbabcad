import * as z from "zod";
import { toMinorUnits } from "~/lib/money";
import type { CheckoutState, ConsentFact, PersonRef } from "../canonical";
import { personOrNull } from "../person";
import {
  looseAmount,
  looseFlag,
  looseList,
  looseObject,
  looseText,
  looseTime,
  requiredCurrency,
  requiredId,
} from "../tolerant-schemas";
import { shopifyAddressSchema, toPostalAddress } from "./address";
import { orderCustomerSchema } from "./customer-state";
import { toOrderItem } from "./order-item";
import { shopifyItemSchema } from "./order-schema";
import { buyerOf, consentsOfBuyer } from "./order-state";
import { preferGlobalId } from "./record-id";

const MOST_ITEMS = 1000;
const time = looseTime("Z");

const fieldsSchema = z.object({
  id: requiredId,
  currency: requiredCurrency,
  total_price: looseAmount,
  taxes_included: looseFlag,
  name: looseText,
  created_at: time,
  updated_at: time,
  completed_at: time,
  email: looseText,
  phone: looseText,
  customer: looseObject(orderCustomerSchema),
  buyer_accepts_marketing: looseFlag,
  billing_address: looseObject(shopifyAddressSchema),
  shipping_address: looseObject(shopifyAddressSchema),
  line_items: looseList(shopifyItemSchema),
});

/**
 * Only an id, a currency, a total and any one date are essential. The link by which the buyer
 * could go on opens the checkout to whoever has it, so it is not read at all.
 */
export const shopifyCheckoutSchema = z.preprocess(
  preferGlobalId,
  fieldsSchema.transform((checkout, context) => {
    const totalMinor = toMinorUnits(checkout.total_price ?? "", checkout.currency);
    const startedAt = checkout.created_at ?? checkout.updated_at ?? checkout.completed_at;
    const expected = (field: string, message: string) =>
      context.issues.push({ code: "custom", path: [field], message, input: undefined });
    if (totalMinor === null) expected("total_price", "expected a decimal amount");
    if (startedAt === null) expected("created_at", "expected a time");
    if ((checkout.line_items?.length ?? 0) > MOST_ITEMS)
      expected("line_items", `expected at most ${MOST_ITEMS}`);
    return totalMinor === null || startedAt === null ? z.NEVER : { ...checkout, totalMinor, startedAt };
  }),
);

type ShopifyCheckout = z.infer<typeof shopifyCheckoutSchema>;

export function toCheckoutState(checkout: ShopifyCheckout): CheckoutState {
  const { id, currency, totalMinor, startedAt } = checkout;
  const minor = (amount: string | number | null) => toMinorUnits(amount ?? 0, currency) ?? 0;
  const areTaxesIncluded = checkout.taxes_included === true;
  return {
    externalId: id,
    number: checkout.name ?? id,
    currency,
    totalMinor,
    startedAt,
    activeAt: checkout.updated_at ?? startedAt,
    completedAt: checkout.completed_at,
    person: personOrNull(buyerOf(checkout)),
    shippingAddress: toPostalAddress(checkout.shipping_address),
    items: (checkout.line_items ?? []).map((line, index) => {
      const item = toOrderItem(line, index, { areTaxesIncluded, minor });
      const { name, sku, productExternalId, quantity, totalMinor: lineMinor } = item;
      return { name, sku, productExternalId, quantity, totalMinor: lineMinor };
    }),
  };
}

/** Whoever said yes to marketing in a checkout, and to what; null where nobody did. */
export function optInOf(checkout: ShopifyCheckout): { person: PersonRef; consents: ConsentFact[] } | null {
  const person = personOrNull(buyerOf(checkout));
  const consents = consentsOfBuyer(checkout);
  return person && consents.some(({ state }) => state === "subscribed") ? { person, consents } : null;
}
