import * as z from "zod";
import type { CorrectedValue, Corrections } from "~/db/schema/corrections";

const value: z.ZodType<CorrectedValue> = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The `corrections` column as the database keeps it. */
export const correctionsSchema: z.ZodType<Corrections> = z.record(
  z.string(),
  z.object({ value, told: value, by: z.string(), at: z.string() }),
);
