import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import * as z from "zod";

/** For selections: a text column whose values a CHECK bounds, read as one of them. */
export function checkedText<const T extends readonly string[]>(column: PgColumn, values: T): SQL<T[number]> {
  const schema = z.enum(values);
  return sql`${column}`.mapWith((text: unknown) => schema.parse(text));
}
