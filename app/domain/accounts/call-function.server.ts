import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { fromDatabaseError } from "~/db/database-error";

/** Postgres writes instants inside JSON with an offset. */
export const instantSchema = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const rowSchema = z.object({ answer: z.unknown() });

/** Calls one of the database's account functions and parses what it gives back. */
export async function callFunction<S extends z.ZodType>(
  db: HttpDatabase,
  call: SQL,
  answer: S,
): Promise<z.output<S>> {
  try {
    const { rows } = await db.execute(sql`select ${call} as answer`);
    return answer.parse(rowSchema.parse(rows[0]).answer);
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
