import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import type { InterpretedRecord } from "./interpret-record";

/** More than a person would look through; the reason is the same by then. */
const MOST = 500;

/** Lists the records that could not be read, and takes those off the list that could. */
export async function keepUnread(
  tx: OrgTransaction,
  connectionId: string,
  records: readonly InterpretedRecord[],
  at: Date,
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ record, unread }) => ({
    ...{ kind: record.kind, external_id: record.externalId },
    ...{ reason: unread?.reason ?? null, detail: unread?.detail ?? null },
  }));
  const source = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r(kind text, external_id text, reason text, detail text)`;
  await tx.execute(sql`
    delete from unread_records u using ${source}
    where u.connection_id = ${connectionId}::uuid and u.kind = r.kind and u.external_id = r.external_id
      and r.reason is null`);
  if (records.every(({ unread }) => unread === null)) return;
  await tx.execute(sql`
    insert into unread_records (connection_id, kind, external_id, reason, detail, seen_at)
    select distinct on (r.kind, r.external_id) ${connectionId}::uuid, r.kind, r.external_id, r.reason, r.detail,
      ${at.toISOString()}::timestamptz
    from ${source}
    where r.reason is not null
      and (select count(*) from unread_records where connection_id = ${connectionId}::uuid) < ${MOST}
    on conflict (org_id, connection_id, kind, external_id) do update
    set reason = excluded.reason, detail = excluded.detail, seen_at = excluded.seen_at`);
}
