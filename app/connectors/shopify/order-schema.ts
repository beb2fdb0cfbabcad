import * as z from "zod";
import { toMinorUnits } from "~/lib/money";
import {
  looseAmount,
  looseFlag,
  looseId,
  looseList,
  looseNumber,
  looseObject,
  looseText,
  looseTexts,
  looseTime,
  requiredCurrency,
  requiredId,
} from "../tolerant-schemas";
import { shopifyAddressSchema } from "./address";
import { orderCustomerSchema } from "./customer-state";
import { preferGlobalId } from "./record-id";
import { embeddedRefundSchema } from "./refund";

const MOST_ITEMS = 1000;

const time = looseTime("Z");
const shopMoney = looseObject(z.object({ shop_money: looseObject(z.object({ amount: looseAmount })) }));

export const shopifyItemSchema = z.preprocess(
  preferGlobalId,
  z.object({
    id: looseId,
    name: looseText,
    title: looseText,
    product_id: looseId,
    variant_id: looseId,
    sku: looseText,
    quantity: looseNumber,
    price: looseAmount,
    total_discount: looseAmount,
    discount_allocations: looseList(z.object({ amount: looseAmount })),
    tax_lines: looseList(z.object({ price: looseAmount })),
  }),
);

const fieldsSchema = z.object({
  id: requiredId,
  currency: requiredCurrency,
  total_price: looseAmount,
  name: looseText,
  order_number: looseText,
  financial_status: looseText,
  fulfillment_status: looseText,
  total_tax: looseAmount,
  total_discounts: looseAmount,
  total_outstanding: looseAmount,
  total_shipping_price_set: shopMoney,
  shipping_lines: looseList(z.object({ price: looseAmount })),
  taxes_included: looseFlag,
  test: looseFlag,
  source_name: looseText,
  checkout_id: looseId,
  gateway: looseText,
  payment_gateway_names: looseTexts,
  discount_codes: looseList(z.object({ code: looseText })),
  created_at: time,
  processed_at: time,
  updated_at: time,
  cancelled_at: time,
  fulfillments: looseList(z.object({ status: looseText, created_at: time })),
  email: looseText,
  contact_email: looseText,
  phone: looseText,
  customer: looseObject(orderCustomerSchema),
  buyer_accepts_marketing: looseFlag,
  billing_address: looseObject(shopifyAddressSchema),
  shipping_address: looseObject(shopifyAddressSchema),
  line_items: looseList(shopifyItemSchema),
  refunds: looseList(embeddedRefundSchema),
});

/** Only an id, a currency, a total and any one date are essential; the rest falls back. Amounts are in the shop's currency. */
export const shopifyOrderSchema = z.preprocess(
  preferGlobalId,
  fieldsSchema.transform((order, context) => {
    const totalMinor = toMinorUnits(order.total_price ?? "", order.currency);
    // Imported orders were placed when they say they were processed.
    const placedAt = order.processed_at ?? order.created_at ?? order.updated_at;
    const expected = (field: string, message: string) =>
      context.issues.push({ code: "custom", path: [field], message, input: undefined });
    if (totalMinor === null) expected("total_price", "expected a decimal amount");
    if (placedAt === null) expected("created_at", "expected a time");
    if ((order.line_items?.length ?? 0) > MOST_ITEMS)
      expected("line_items", `expected at most ${MOST_ITEMS}`);
    return totalMinor === null || placedAt === null ? z.NEVER : { ...order, totalMinor, placedAt };
  }),
);

export type ShopifyOrder = z.infer<typeof shopifyOrderSchema>;
export type ShopifyOrderItem = z.infer<typeof shopifyItemSchema>;
