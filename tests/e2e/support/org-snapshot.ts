import type { Pool } from "pg";

/** Every row of one organization as text, by table: equal snapshots mean that nothing changed. */
export async function snapshotOrg(owner: Pool, orgId: string): Promise<Record<string, string[]>> {
  const tables = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
     ORDER BY 1`,
  );
  const snapshot: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const found = await owner.query<{ row: string }>(
      `SELECT t::text AS row FROM "${name}" t WHERE org_id = $1 ORDER BY 1`,
      [orgId],
    );
    snapshot[name] = found.rows.map(({ row }) => row);
  }
  return snapshot;
}
