import type pg from "pg";

/** In an order that satisfies the foreign keys. */
const TABLES = [
  "customers",
  "identities",
  "identity_edges",
  "orders",
  "order_items",
  "order_status_changes",
  "customer_spend",
  "deliveries",
] as const;

/** The rows of one table as one upsert: an array of Postgres texts for each of its columns. */
export type Upsert = { statement: string; values: (string | null)[][]; rows: number };

/**
 * What the transaction that wrote an order left in every table, as upserts of the
 * same rows for another organization. Only that transaction's rows carry its `xmin`.
 */
export async function upsertsOf(
  owner: pg.Pool,
  { orderExternalId, from, to }: { orderExternalId: string; from: string; to: string },
): Promise<Upsert[]> {
  const found = await owner.query<{ xmin: string }>(
    "SELECT xmin::text FROM orders WHERE org_id = $1 AND external_id = $2",
    [from, orderExternalId],
  );
  const where = { org_id: from, xmin: found.rows[0]?.xmin ?? "0" };
  const upserts: Upsert[] = [];
  for (const table of TABLES) upserts.push(await upsertOf(owner, table, where, to));
  return upserts;
}

/** Writes them as the owner, in one transaction. */
export async function writePlainly(client: pg.PoolClient, upserts: readonly Upsert[]): Promise<void> {
  await client.query("BEGIN");
  for (const { statement, values } of upserts) await client.query(statement, values);
  await client.query("COMMIT");
}

/** Copies an organization's shops and connections, which the rows refer to. */
export async function copyShops(owner: pg.Pool, from: string, to: string): Promise<void> {
  for (const table of ["shops", "connections"]) {
    const { statement, values } = await upsertOf(owner, table, { org_id: from }, to);
    await owner.query(statement, values);
  }
}

type Column = { name: string; type: string; is_key: boolean };

async function upsertOf(
  owner: pg.Pool,
  table: string,
  where: Record<string, string>,
  to: string,
): Promise<Upsert> {
  const columns = await columnsOf(owner, table);
  const condition = Object.keys(where).map((name, i) => `${name}::text = $${i + 1}`);
  const { rows } = await owner.query<Record<string, string | null>>(
    `SELECT ${columns.map(({ name }) => `${name}::text`).join(", ")} FROM ${table} WHERE ${condition.join(" AND ")}`,
    Object.values(where),
  );
  const valuesOf = (name: string) => rows.map((row) => (name === "org_id" ? to : (row[name] ?? null)));
  return {
    statement: upsertStatement(table, columns),
    values: columns.map(({ name }) => valuesOf(name)),
    rows: rows.length,
  };
}

function upsertStatement(table: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name).join(", ");
  const arrays = columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(", ");
  const key = columns.filter((column) => column.is_key).map(({ name }) => name);
  const set = columns.filter((column) => !column.is_key).map(({ name }) => `${name} = excluded.${name}`);
  const action = set.length === 0 ? "NOTHING" : `UPDATE SET ${set.join(", ")}`;
  return `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays}) ON CONFLICT (${key.join(", ")}) DO ${action}`;
}

async function columnsOf(owner: pg.Pool, table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnum = ANY(i.indkey) AS is_key
     FROM pg_attribute a JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY a.attnum`,
    [table],
  );
  return rows;
}
