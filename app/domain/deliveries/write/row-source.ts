import { type SQL, sql } from "drizzle-orm";

/** Columns of rows to write: name to Postgres type. */
export type Columns = Readonly<Record<string, string>>;

/** A row with a value for each of the columns. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: unknown };

/**
 * A part of the statement that writes `rows`, which `write` reads from the source
 * it is given, a table `r`; no part when there are none. The rows travel as one
 * parameter of JSON.
 */
export function partFor<C extends Columns>(
  columns: C,
  rows: readonly RowOf<C>[],
  write: (source: SQL) => SQL,
): SQL[] {
  if (rows.length === 0) return [];
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  const source = sql`jsonb_to_recordset(${storableJson(rows)}::jsonb) as ${sql.raw(`r(${typed.join(", ")})`)}`;
  return [write(source)];
}

/** The columns' names, for a list of targets or, with a prefix, of values. */
export function names(columns: Columns, prefix = ""): SQL {
  const all = Object.keys(columns).map((name) => prefix + name);
  return sql.raw(all.join(", "));
}

/** `a = excluded.a, …` for all columns but those named. */
export function fromExcluded(columns: Columns, except: readonly string[]): SQL {
  const set = Object.keys(columns).filter((name) => !except.includes(name));
  return sql.raw(set.map((name) => `${name} = excluded.${name}`).join(", "));
}

/** An array parameter. Rows are found by one where a join would let Postgres read the whole organization. */
export function uuids(ids: readonly string[]): SQL {
  return sql`${sql.param([...ids])}::uuid[]`;
}

/** JSON that Postgres accepts: a text cannot hold NUL or half of a surrogate pair there. */
function storableJson(rows: unknown): string {
  const json = JSON.stringify(rows);
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json;
  const clean = (_key: string, value: unknown) =>
    typeof value === "string" ? value.replace(/[\0\p{Surrogate}]/gu, "\ufffd") : value;
  return JSON.stringify(rows, clean);
}
