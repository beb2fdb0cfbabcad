import { ORDER_STATUSES } from "../orders/order-statuses";
import type { Field } from "./filter-ops";

/** What orders can be filtered by; in the order of the builder. */
export const ORDER_FIELDS = {
  status: { type: "choice", options: ORDER_STATUSES },
  placed: { type: "date" },
  total: { type: "money" },
  shop: { type: "choice" },
  platform: { type: "choice" },
  number: { type: "text" },
  customer: { type: "choice", isNullable: true },
  product: { type: "choice" },
  payment: { type: "text", isNullable: true },
  coupon: { type: "choice", isNullable: true },
  isRefunded: { type: "boolean" },
  cashOnDelivery: { type: "boolean" },
  isTest: { type: "boolean" },
  isRemoved: { type: "boolean" },
  isSample: { type: "boolean" },
} as const satisfies Record<string, Field>;
