import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import * as z from "zod";

/** Tables with org_id that are not partitions of another, parents before children. */
const TENANT_TABLES = `
  WITH RECURSIVE tenant AS (
    SELECT c.oid, c.relname::text AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  ),
  depth AS (
    SELECT oid, 0 AS level FROM tenant
    UNION ALL
    SELECT k.conrelid, d.level + 1 FROM depth d JOIN pg_constraint k ON k.contype = 'f' AND k.confrelid = d.oid
    WHERE k.conrelid IN (SELECT oid FROM tenant) AND k.conrelid <> k.confrelid
  )
  SELECT t.name FROM tenant t JOIN depth d ON d.oid = t.oid GROUP BY t.name ORDER BY max(d.level), t.name`;

const COLUMNS = `
  SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS "isRequired",
    pg_get_expr(d.adbin, d.adrelid) AS "fallback",
    (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
      WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS "check",
    (SELECT json_build_object('table', k.confrelid::regclass::text, 'column', p.attname)
      FROM pg_constraint k
      JOIN unnest(k.conkey, k.confkey) AS pair(child, parent) ON pair.child = a.attnum
      JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = pair.parent
      WHERE k.conrelid = a.attrelid AND k.contype = 'f' AND k.confrelid <> k.conrelid LIMIT 1) AS parent
  FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`;

const columnRow = z.object({
  name: z.string(),
  type: z.string(),
  isRequired: z.boolean(),
  fallback: z.string().nullable(),
  check: z.string().nullable(),
  parent: z.object({ table: z.string(), column: z.string() }).nullable(),
});

type Column = z.output<typeof columnRow>;
type Rows = Record<string, Record<string, unknown>>;

/** Column values that types and checks alone do not tell. */
const KNOWN: Record<string, string> = {
  currency: "MYR",
  platform: "woocommerce",
  email: "canary@example.com",
  state: "queued",
  days: "30",
};

export async function listTenantTables(owner: Pool): Promise<string[]> {
  return (await owner.query<{ name: string }>(TENANT_TABLES)).rows.map(({ name }) => name);
}

/**
 * Puts a row of the organization into every tenant table that has none yet, made
 * from the catalogue, texts saying `canary`. Fails for a table whose rows it can't make.
 */
export async function fillEveryTable(owner: Pool, member: { orgId: string; userId: string }): Promise<void> {
  const { orgId, userId } = member;
  await owner.query(
    `SELECT set_config('app.org_id', $1, false), audit_append($2, now(), 'user', $3, 'profile.updated', 'user', $3,
       '203.0.113.7', '{}', '{"name": "canary"}', NULL), set_config('app.org_id', '', false)`,
    [orgId, randomUUID(), userId],
  );
  const rows: Rows = { organizations: { id: orgId }, users: { id: userId } };
  for (const table of await listTenantTables(owner)) {
    const find = () => owner.query(`SELECT * FROM ${table} WHERE org_id = $1 LIMIT 1`, [orgId]);
    const known = (await find()).rows[0];
    if (!known) await insertRow(owner, table, orgId, rows);
    rows[table] = known ?? (await find()).rows[0];
  }
}

async function insertRow(owner: Pool, table: string, orgId: string, rows: Rows): Promise<void> {
  const found = await owner.query(COLUMNS, [table]);
  const values = z
    .array(columnRow)
    .parse(found.rows)
    .flatMap((column): [string, unknown][] => {
      if (column.name === "org_id") return [[column.name, orgId]];
      if (column.parent) return [[column.name, rows[column.parent.table]?.[column.parent.column]]];
      return column.fallback === null && (column.isRequired || column.type === "text")
        ? [[column.name, inventValue(`${table} ${orgId}`, column)]]
        : [];
    });
  const places = values.map((_, i) => `$${i + 1}`);
  await owner.query(
    `INSERT INTO ${table} (${values.map(([name]) => `"${name}"`).join(", ")}) VALUES (${places.join(", ")})`,
    values.map(([, value]) => value),
  );
}

function inventValue(words: string, { name, type, check }: Column): unknown {
  if (type === "uuid") return randomUUID();
  if (type === "jsonb") return "{}";
  if (type === "boolean") return false;
  if (/^(timestamp|date)/.test(type)) return new Date();
  if (/^(integer|bigint|smallint|numeric)/.test(type)) return Number(KNOWN[name] ?? 1);
  const allowed = /'([a-z_]+)'::text/.exec(check ?? "")?.[1];
  return allowed ?? KNOWN[name] ?? `canary ${name} ${words}`;
}
