import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { auditRow } from "../audit/audit-row";
import { tombstoneHasher } from "../customers/tombstones";
import type { JobStep, JobTools, RunningJob, StepResult } from "../jobs/job-step";
import type { UndoCounts } from "./import-outcomes";
import { type OpenImport, openImport } from "./open-import.server";
import { type UndoneRow, undoRowSchema } from "./undo-customer-rows.server";
import { undoRowsOf } from "./undo-rows.server";

/** Rows that one transaction undoes. */
const USUAL_ROWS = 500;

const NOTHING_YET: UndoCounts = { restored: 0, trashed: 0, kept: 0 };

/**
 * Undoes the next rows of an import, the last ones first. That they are undone is
 * written with what undoing them wrote, so a crash anywhere does nothing twice.
 */
export const importUndoStep: JobStep = (tools, job) => undoRows(tools, job, USUAL_ROWS);

export async function undoRows(tools: JobTools, job: RunningJob, most: number): Promise<StepResult> {
  const open = await openImport(tools, job);
  const at = open.startedAt;
  if (at === null) return finish(tools, job, open);
  const hasher = await tombstoneHasher(tools.keyring, job.orgId);
  const step = await tools.inOrg(job.orgId, async (tx) => {
    const rows = readRows(undoRowSchema, await tx.execute(nextRows(open.id, most)));
    if (rows.length === 0) return null;
    const { newId } = tools;
    const undone = await undoRowsOf(open.noun)(tx, rows, {
      ...{ importId: open.id, at: new Date(at).toISOString(), now: tools.now().toISOString() },
      ...{ shopId: open.shopId ?? open.id, hasher, createdBy: job.createdBy, newId },
    });
    return saveUndone(tx, open.id, undone);
  });
  if (step === null) return finish(tools, job, open);
  const total = open.counts.created + open.counts.changed;
  const done = Math.min(total, job.done + step);
  return { isDone: false, cursor: { done }, done, total, failed: 0 };
}

const nextRows = (importId: string, most: number) => sql`
  select row, outcome, record_id as "recordId", before from import_rows
  where import_id = ${importId}::uuid and outcome in ('created', 'changed') and undone is null
  order by row desc limit ${most} for update`;

const doneRow = z.object({ undone: z.enum(["restored", "trashed", "kept"]), count: z.number() });

async function saveUndone(tx: OrgTransaction, importId: string, rows: readonly UndoneRow[]): Promise<number> {
  await tx.execute(sql`
    update import_rows i set undone = r.undone
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row integer, undone text)
    where i.import_id = ${importId}::uuid and i.row = r.row`);
  return rows.length;
}

async function finish(tools: JobTools, job: RunningJob, open: OpenImport): Promise<StepResult> {
  const { db, now, newId } = tools;
  const [found] = await db.run([
    db.orm.execute(sql`
      select undone, count(*)::int as count from import_rows
      where import_id = ${open.id}::uuid and undone is not null group by undone`),
  ]);
  const undo = { ...NOTHING_YET };
  for (const { undone, count } of readRows(doneRow, found)) undo[undone] = count;
  const acting = { actor: { kind: "job", name: job.kind }, now, newId } as const;
  await db.run([
    db.orm.execute(sql`
      with ended as (
        update imports set state = 'undone', undo = ${JSON.stringify(undo)}::jsonb, progress = null, updated_at = now()
        where id = ${open.id}::uuid and state = 'undoing' returning id
      )
      ${auditRow(acting, { action: "import.undone", subject: { kind: "import", id: open.id }, facts: undo })}
      from ended`),
  ]);
  const total = open.counts.created + open.counts.changed;
  return { isDone: true, result: { ...undo }, expiresAt: null, done: total, total, failed: 0 };
}
