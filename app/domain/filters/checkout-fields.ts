import { CHECKOUT_STANDINGS } from "../checkouts/checkout-states";
import type { Field } from "./filter-ops";

/** What checkouts can be filtered by; in the order of the builder. */
export const CHECKOUT_FIELDS = {
  status: { type: "choice", options: CHECKOUT_STANDINGS },
  total: { type: "money" },
  active: { type: "date" },
  started: { type: "date" },
  shop: { type: "choice" },
  number: { type: "text" },
  customer: { type: "choice", isNullable: true },
  isRemoved: { type: "boolean" },
  isSample: { type: "boolean" },
} as const satisfies Record<string, Field>;
