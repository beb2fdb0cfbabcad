import * as z from "zod";

/** The rows of a hand-written query, each checked against `row`. Throws when the query and its shape disagree. */
export function readRows<T>(row: z.ZodType<T>, result: unknown): T[] {
  return z.object({ rows: z.array(row) }).parse(result).rows;
}
