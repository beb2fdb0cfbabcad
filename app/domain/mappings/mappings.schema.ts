import * as z from "zod";
import { mappingSchema } from "~/connectors/generic/mapping.schema";

const LONGEST_TEXT = 100_000;

/** A mapping as its screen sends it, and the version that it was made from. */
export const saveMappingSchema = z.object({
  basedOn: z.coerce.number().int().nonnegative(),
  mapping: z
    .string({ error: "mapping:errors.malformed" })
    .max(LONGEST_TEXT, "mapping:errors.tooLarge")
    .transform((text, issue): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        issue.addIssue({ code: "custom", message: "mapping:errors.malformed" });
        return z.NEVER;
      }
    })
    .pipe(mappingSchema),
});
export type SaveMapping = z.output<typeof saveMappingSchema>;
