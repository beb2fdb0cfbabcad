/** What can lie in the trash, each in a list of its own. */
export const TRASH_NOUNS = ["customer", "order", "product", "subscription"] as const;
export type TrashNoun = (typeof TRASH_NOUNS)[number];

/** How long it lies there before it is deleted for good. */
export const TRASH_DAYS = 30;
