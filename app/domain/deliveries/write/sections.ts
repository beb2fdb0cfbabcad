import { type SQL, sql } from "drizzle-orm";

/** Columns of a section of the statement's document: name to Postgres type. */
export type Columns = Readonly<Record<string, string>>;

/** A row of a section, with a value for each of its columns. */
export type SectionRow<C extends Columns> = { readonly [K in keyof C]: unknown };

/**
 * All rows go to Postgres as one JSON document, the CTE `input`. A section is one
 * list in it, read as typed rows named `r`.
 */
export function rowsOf(section: string, columns: Columns): SQL {
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return sql.raw(`jsonb_to_recordset((select doc -> '${section}' from input)) as r(${typed.join(", ")})`);
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
