import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { createJob } from "../jobs/create-job.server";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { isTrashAct } from "./bulk.schema";
import { BULK_LIMITS, MOST_AT_ONCE } from "./bulk-limits";
import { countUndone, readUndone } from "./change-row.server";
import { keptChangeRow, selectChange } from "./read-change.server";
import { undoStatements } from "./undo-statements.server";

const undoableRow = keptChangeRow.extend({
  isUndone: z.boolean(),
  isOpen: z.boolean(),
  changed: z.number(),
});

/** What an undo did; `kept` were changed by somebody since. `isDone` is false where a job goes on with it. */
export type UndoneBulkChange = { isDone: boolean; undone: number; kept: number };

/**
 * Puts all records of a bulk change back as they were, but those that somebody
 * changed since. Throws `not_found` when it is undone already or older than 30 days,
 * `conflict` while it is still under way.
 */
export async function undoBulkChange(
  ctx: OrgContext,
  input: { changeId: string },
): Promise<UndoneBulkChange> {
  const { changed, ...change } = await getUndoable(ctx, requireRecordId(input.changeId));
  const { changeId } = change;
  const audited = { action: "bulk.undone", facts: { noun: change.noun, records: changed } };
  const claim = sql`update bulk_changes b set undone_at = ${ctx.now().toISOString()}::timestamptz`;
  if (changed > MOST_AT_ONCE) {
    await createJob(ctx, {
      kind: "bulk_undo",
      parameters: { changeId },
      act: audited,
      ...BULK_LIMITS,
      along: (jobId) => sql`${claim}, undo_job_id = j.id from jobs j
        where j.id = ${jobId}::uuid and b.id = ${changeId}::uuid and b.undone_at is null`,
    });
    return { isDone: false, undone: 0, kept: 0 };
  }
  const act = auditRow(ctx, { ...audited, subject: { kind: "bulk_change", id: changeId } });
  const ids = sql`array(select record_id from bulk_change_rows where change_id = ${changeId}::uuid)`;
  const results = await ctx.db.write(
    [
      sql`with claimed as (${claim} where b.id = ${changeId}::uuid and b.undone_at is null returning b.id)
        ${act} from claimed`,
      ...undoStatements({ ...change, ids }),
      countUndone(changeId),
    ].map((statement) => ctx.db.orm.execute(statement)),
  );
  return { isDone: true, ...readUndone(results.at(-1)) };
}

async function getUndoable(ctx: OrgContext, changeId: string) {
  const more = sql`undone_at is not null as "isUndone",
    exists (select from jobs j where j.id = b.job_id and j.state in ('queued', 'running')) as "isOpen",
    (select count(*)::int from bulk_change_rows r where r.change_id = b.id and r.outcome = 'changed') as changed`;
  const [{ role }, found] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(ctx.db.orm.execute(selectChange(changeId, more))),
  ]);
  const [change] = readRows(undoableRow, found);
  if (!change || change.isUndone) throw new AppError("not_found", "errors:bulk.expired");
  if (isTrashAct(change.act) && !isAllowed(role, "records.trash"))
    throw new AppError("forbidden", "errors:forbidden");
  if (change.isOpen) throw new AppError("conflict", "errors:bulk.stillRunning");
  return change;
}
