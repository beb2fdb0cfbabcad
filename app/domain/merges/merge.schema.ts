import * as z from "zod";
import { MERGE_FIELDS } from "./merge-fields";

const MOST_FIELDS = 300;

const mergeSchema = z.object({
  intent: z.literal("merge"),
  survivorId: z.uuid(),
  absorbedId: z.uuid(),
  /** What the survivor takes from the other although it has its own: facts by name, custom fields by id. */
  taken: z.array(z.union([z.enum(MERGE_FIELDS), z.uuid()])).max(MOST_FIELDS),
});
export type MergeInput = Omit<z.output<typeof mergeSchema>, "intent">;

const pair = { oneId: z.uuid(), otherId: z.uuid() };

/** What a person says about two customers. */
export const decisionSchema = z.discriminatedUnion("intent", [
  mergeSchema,
  z.object({ intent: z.literal("apart"), ...pair }),
  z.object({ intent: z.literal("later"), ...pair }),
  z.object({ intent: z.literal("split"), mergeId: z.uuid() }),
]);
export type Decision = z.output<typeof decisionSchema>;
