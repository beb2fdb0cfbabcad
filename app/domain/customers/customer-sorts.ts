export const CUSTOMER_SORTS = ["lastOrder", "created", "name", "orders", "spend"] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** What a sort means when nobody asked for a direction. */
export function usualOrder(sort: CustomerSort): "asc" | "desc" {
  return sort === "name" ? "asc" : "desc";
}
