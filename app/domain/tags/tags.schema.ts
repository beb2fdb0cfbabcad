import * as z from "zod";
import { TAG_COLOURS } from "./tag-colours";

const LONGEST_TAG = 40;

/** A tag's name as typed: one line of at most 40 characters. */
export const tagNameSchema = z
  .string()
  .transform((name) =>
    name
      .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .pipe(z.string().min(1).max(LONGEST_TAG));

const tag = { name: tagNameSchema, colour: z.enum(TAG_COLOURS) };
const id = z.uuid();

/** Everything that can be done to tags in the settings. */
export const tagActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("create"), ...tag }),
  z.object({ intent: z.literal("update"), id, ...tag }),
  z.object({ intent: z.literal("merge"), id, into: id }),
  z.object({ intent: z.literal("delete"), id }),
]);
export type TagAction = z.output<typeof tagActionSchema>;
