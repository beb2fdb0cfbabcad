import type { OrderStatus } from "../canonical";

/** What can be read of an order or a customer. */
export const TARGETS = [
  "event",
  "id",
  "number",
  "status",
  "total",
  "currency",
  "updatedAt",
  "placedAt",
  "paidAt",
  "name",
  "email",
  "phone",
  "company",
  "customerId",
  "line1",
  "line2",
  "city",
  "state",
  "postcode",
  "country",
  "tax",
  "shipping",
  "discount",
  "paymentMethod",
  "coupon",
  "channel",
  "product",
] as const;
export type Target = (typeof TARGETS)[number];

/** What can be read of each line of an order. */
export const ITEM_TARGETS = ["name", "sku", "quantity", "price", "total", "productId"] as const;
export type ItemTarget = (typeof ITEM_TARGETS)[number];

export const ORDER_STATUSES = [
  "draft",
  "pending",
  "on_hold",
  "paid",
  "fulfilled",
  "cancelled",
  "failed",
  "refunded",
] as const satisfies readonly OrderStatus[];
