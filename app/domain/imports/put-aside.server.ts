import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";

/** What a rehearsal keeps of rows for those that follow. */
export type PutAside = { key: string; recordId: string | null; value: unknown };

const asideRow = z.object({ key: z.string(), recordId: z.uuid().nullable(), value: z.unknown() });

/** What was put aside under the keys. */
export async function takeUp(
  tx: OrgTransaction,
  importId: string,
  keys: readonly string[],
): Promise<z.output<typeof asideRow>[]> {
  if (keys.length === 0) return [];
  const result = await tx.execute(sql`
    select key, record_id as "recordId", value from import_drafts
    where import_id = ${importId}::uuid and key = any(${sql.param([...new Set(keys)])}::text[])`);
  return readRows(asideRow, result);
}

/** Keeps what later rows must know; of two under one key the last stands. */
export async function putAside(
  tx: OrgTransaction,
  importId: string,
  rows: readonly PutAside[],
): Promise<void> {
  const last = new Map(rows.map((row) => [row.key, row]));
  if (last.size === 0) return;
  const records = [...last.values()].map(({ key, recordId, value }) => ({ key, record_id: recordId, value }));
  await tx.execute(sql`
    insert into import_drafts (import_id, key, record_id, value)
    select ${importId}::uuid, r.key, r.record_id, r.value
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(key text, record_id uuid, value jsonb)
    on conflict (org_id, import_id, key) do update set record_id = excluded.record_id, value = excluded.value`);
}
