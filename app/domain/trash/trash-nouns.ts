import type { Noun } from "../filters/nouns";

/** What can lie in the trash, each in a list of its own. */
export const TRASH_NOUNS = ["customer", "order", "product", "subscription"] as const;
export type TrashNoun = (typeof TRASH_NOUNS)[number];

/** How long it lies there before it is deleted for good. */
export const TRASH_DAYS = 30;

/** The list that shows a noun's records while they are not in the trash. */
export const LISTS = {
  customer: "customers",
  order: "orders",
  product: "products",
  subscription: "subscriptions",
} as const satisfies Record<TrashNoun, Noun>;

/** What a list's records are, one of them; null for a list whose records are not put into the trash. */
export const ONE_OF = {
  customers: "customer",
  orders: "order",
  products: "product",
  subscriptions: "subscription",
  checkouts: null,
} as const satisfies Record<Noun, TrashNoun | null>;
