import * as z from "zod";

/** What is to be decided, and what was put off. */
export const DUPLICATE_STATES = ["open", "later"] as const;
export type DuplicateState = (typeof DUPLICATE_STATES)[number];

export const duplicateListSchema = z.object({
  show: z.enum(DUPLICATE_STATES).catch("open"),
  /** A cursor that an earlier page gave. */
  after: z.string().optional(),
});
export type DuplicateList = z.output<typeof duplicateListSchema>;
