/** What has a list with filters and views. */
export const NOUNS = ["customers", "orders", "products", "subscriptions", "checkouts"] as const;
export type Noun = (typeof NOUNS)[number];
