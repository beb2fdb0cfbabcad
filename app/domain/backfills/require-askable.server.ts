import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import type { JobKind } from "../jobs/job-kinds";
import { requireRecordId } from "../record-id";

const askableRow = z.object({
  hasKeys: z.boolean(),
  isBusy: z.boolean(),
  stopped: z.looseObject({ since: z.string().nullable() }).nullable(),
  gaps: z.number(),
});

/**
 * What is known before a job may ask a connection's shop. Throws `not_found` for a connection that is
 * removed or another organization's, `conflict` without keys or while a job of the kind asks it already.
 */
export async function requireAskable(
  ctx: OrgContext,
  { connectionId, kind }: { connectionId: string; kind: JobKind },
) {
  const id = requireRecordId(connectionId);
  const result = await ctx.db.read(
    ctx.db.orm.execute(sql`
      select exists (select from connection_credentials k where k.connection_id = c.id) as "hasKeys",
        exists (select from jobs j where j.kind = ${kind} and j.state in ('queued', 'running')
          and j.parameters ->> 'connectionId' = c.id::text) as "isBusy",
        (select p.marks -> 'backfill' from shop_polls p where p.connection_id = c.id) as stopped,
        (select count(*)::int from receipt_gaps g where g.connection_id = c.id) as gaps
      from connections c where c.id = ${id}::uuid and c.removed_at is null`),
  );
  const [row] = readRows(askableRow, result);
  if (!row) throw new AppError("not_found", "errors:notFound");
  if (!row.hasKeys) throw new AppError("conflict", "receipts:problems.no_keys");
  if (row.isBusy) throw new AppError("conflict", "errors:jobs.isRunning");
  return row;
}
