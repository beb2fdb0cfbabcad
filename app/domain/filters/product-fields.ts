import { PRODUCT_STATUSES, STOCK_STATES } from "../products/product-words";
import type { Field } from "./filter-ops";

/** What products can be filtered by; in the order of the builder. They are few enough to be read through. */
export const PRODUCT_FIELDS = {
  name: { type: "text", moreOps: ["contains"] },
  sku: { type: "text", moreOps: ["contains"], isNullable: true },
  stock: { type: "choice", options: STOCK_STATES },
  quantity: { type: "number", isNullable: true },
  status: { type: "choice", options: PRODUCT_STATUSES },
  price: { type: "money", isNullable: true },
  category: { type: "choice", isNullable: true },
  shop: { type: "choice" },
  created: { type: "date" },
  isVariation: { type: "boolean" },
  isRemoved: { type: "boolean" },
  isSample: { type: "boolean" },
} as const satisfies Record<string, Field>;
