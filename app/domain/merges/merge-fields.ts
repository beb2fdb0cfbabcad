/** What is chosen side by side; of each, both customers have one at most. */
export const MERGE_FIELDS = ["name", "email", "phone", "company", "address"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
