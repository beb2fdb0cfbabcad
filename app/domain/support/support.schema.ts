import * as z from "zod";

const SUBJECT_MAX = 120;
const BODY_MAX = 4000;

/** One line: it becomes the subject of a mail. */
const subject = z
  .string()
  .transform((text) => text.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(SUBJECT_MAX)
      .regex(/^[^\p{Cc}\p{Cf}]*$/u, "support:errors.subjectCharacters"),
  );

const body = z
  .string()
  .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(BODY_MAX)
      .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, "support:errors.bodyCharacters"),
  );

export const askSupportSchema = z.object({ subject, body });
export type AskSupport = z.output<typeof askSupportSchema>;

export const supportThreadSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("reply"), body }),
  z.object({ intent: z.literal("close") }),
]);
