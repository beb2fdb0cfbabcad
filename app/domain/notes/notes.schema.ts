import * as z from "zod";

const LONGEST_NOTE = 5000;

const body = z
  .string()
  .transform((text) =>
    text
      .replace(/\r\n/g, "\n")
      .replace(/[\0\p{Surrogate}]/gu, "")
      .trim(),
  )
  .pipe(z.string().min(1).max(LONGEST_NOTE));

/** Everything that can be done to notes on a customer's page. */
export const noteActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), body }),
  z.object({ intent: z.literal("edit"), noteId: z.uuid(), body }),
  z.object({ intent: z.literal("delete"), noteId: z.uuid() }),
  z.object({ intent: z.literal("restore"), noteId: z.uuid() }),
]);
export type NoteAction = z.output<typeof noteActionSchema>;
