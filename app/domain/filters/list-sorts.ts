import { readCustomField } from "./catalogue";
import type { Noun } from "./nouns";

/** How each list can be sorted, the usual way first. */
export const SORTS = {
  customers: ["lastOrder", "created", "name", "orders", "spend"],
  orders: ["placed", "total"],
  products: ["name", "created"],
  subscriptions: ["started", "nextPayment"],
  checkouts: ["active", "total"],
} as const satisfies Record<Noun, readonly string[]>;

/** Types of custom fields that customers can be sorted by. */
const SORTABLE: ReadonlySet<string> = new Set(["text", "number", "money", "date"]);

export function isSort(noun: Noun, sort: string): boolean {
  const custom = noun === "customers" ? readCustomField(sort) : null;
  return SORTS[noun].some((name) => name === sort) || (custom !== null && SORTABLE.has(custom.type));
}

/** What a sort means when nobody asked for a direction. */
export function usualOrder(sort: string): "asc" | "desc" {
  const isByText = sort === "name" || sort.startsWith("custom:text:");
  return isByText || sort === "nextPayment" ? "asc" : "desc";
}
