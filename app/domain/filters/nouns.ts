/** What has a list with filters and views. */
export const NOUNS = ["customers", "orders", "products", "subscriptions"] as const;
export type Noun = (typeof NOUNS)[number];
