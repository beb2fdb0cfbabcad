import { createHash } from "node:crypto";
import type { PoolClient } from "pg";

export type Row = Record<string, unknown>;

/** What the ids of `idOf` stand for. */
export const NAMES = new Map<string, string>();

/** The same id for the same words, so that a test can say whose row it means. */
export function idOf(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  NAMES.set(id, words);
  return id;
}

export const fromNow = (text: string) => ({ sql: `now() + interval '${text}'` });
export const NOW = { sql: "now()" };

export async function insertRows(client: PoolClient, table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const values: unknown[] = [];
    const places = Object.values(row).map((value) => {
      if (typeof value === "object" && value !== null && "sql" in value) return String(value.sql);
      values.push(value);
      return `$${values.length}`;
    });
    const names = Object.keys(row).join(", ");
    await client.query(`INSERT INTO ${table} (${names}) VALUES (${places.join(", ")})`, values);
  }
}
