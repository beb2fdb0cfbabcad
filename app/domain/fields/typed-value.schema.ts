import * as z from "zod";

const LONGEST = 10_000;
const MOST_CHOICES = 100;
const line = z.string().max(LONGEST);

/** What a form says of a custom field, as one text; of several choices one a line. */
export const typedValueSchema = z
  .union([line, z.array(line).max(MOST_CHOICES)])
  .default("")
  .transform((typed) => (Array.isArray(typed) ? typed.join("\n") : typed));
