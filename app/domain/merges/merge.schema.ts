import * as z from "zod";

/** What is chosen side by side; of each, both customers have one at most. */
export const MERGE_FIELDS = ["name", "email", "phone", "company", "address"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

const MOST_FIELDS = 300;

/**
 * Makes one customer of two. `taken` names what the survivor takes from the other
 * although it has its own: facts by name, custom fields by id.
 */
const mergeSchema = z.object({
  survivorId: z.uuid(),
  absorbedId: z.uuid(),
  taken: z.array(z.union([z.enum(MERGE_FIELDS), z.uuid()])).max(MOST_FIELDS),
});
export type MergeInput = z.output<typeof mergeSchema>;
