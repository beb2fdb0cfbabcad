import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import { tombstoneHasher } from "../customers/tombstones";
import type { JobStep, StepResult } from "../jobs/job-step";
import {
  countRow,
  type ImportProgress,
  MOST_EXAMPLES,
  NO_COUNTS,
  type Rehearsal,
  type RowExample,
  type RowOutcome,
} from "./import-outcomes";
import { takePlace } from "./import-place.server";
import { nextRows } from "./next-rows.server";
import { lookUpShop, type OpenImport, openImport, readPlanOf } from "./open-import.server";
import { rehearseRowsOf } from "./rehearse-rows.server";
import { writeImportRows } from "./write-import-rows.server";

/** What a row would do, as a rehearsal shows it. */
export type RehearsedRow = RowExample & { outcome: RowOutcome };

const NOTHING_YET: Rehearsal = {
  counts: NO_COUNTS,
  examples: { created: [], changed: [], skipped: [], rejected: [] },
};

/**
 * Says what the next rows of an import would do. Nothing of it is written: what
 * later rows must know of earlier ones is put aside until the rehearsal is over.
 */
export const importRehearsalStep: JobStep = async (tools, job) => {
  const open = await openImport(tools, job);
  const next = await nextRows(tools.archive, job.orgId, open);
  if (next === null) return finish(tools, open);
  const hasher = await tombstoneHasher(tools.keyring, job.orgId);
  const rehearsal = await tools.inOrg(job.orgId, async (tx) => {
    const asking = await takePlace(tx, open, hasher);
    if (asking === null) return open.rehearsal ?? NOTHING_YET;
    if (open.progress === null) await putNothingAside(tx, open.id);
    const shopId = await lookUpShop(tx, open, tools.newId);
    const rows = await rehearseRowsOf(open.noun)(tx, next.rows, {
      ...{ importId: open.id, at: job.createdAt.toISOString(), read: readPlanOf(open, shopId) },
      ...{ hasher: asking, createdBy: job.createdBy, timeZone: open.timeZone, newId: tools.newId },
    });
    const sum = addRows(open.progress === null ? NOTHING_YET : (open.rehearsal ?? NOTHING_YET), rows);
    const none = { recordId: null, before: null };
    const rejected = rows.filter(({ outcome }) => outcome === "rejected").map((row) => ({ ...row, ...none }));
    await writeImportRows(tx, open.id, rejected);
    await saveRehearsal(tx, open, { progress: next.after, rehearsal: sum });
    return sum;
  });
  const counts = { done: next.done, total: open.rowCount, failed: rehearsal.counts.rejected };
  return { isDone: false, cursor: { ...next.after }, ...counts };
};

function addRows({ counts, examples }: Rehearsal, rows: readonly RehearsedRow[]): Rehearsal {
  const sum = rows.reduce(countRow, counts);
  const shown = { ...examples };
  for (const { outcome, ...example } of rows) {
    if (shown[outcome].length < MOST_EXAMPLES) shown[outcome] = [...shown[outcome], example];
  }
  return { counts: sum, examples: shown };
}

/** A rehearsal begins: what an earlier one put aside no longer holds. */
async function putNothingAside(tx: OrgTransaction, importId: string): Promise<void> {
  await tx.execute(sql`delete from import_drafts where import_id = ${importId}::uuid`);
  await tx.execute(sql`delete from import_rows where import_id = ${importId}::uuid`);
}

async function saveRehearsal(
  tx: OrgTransaction,
  { id }: OpenImport,
  { progress, rehearsal }: { progress: ImportProgress; rehearsal: Rehearsal },
): Promise<void> {
  await tx.execute(sql`
    update imports set progress = ${JSON.stringify(progress)}::jsonb, rehearsal = ${JSON.stringify(rehearsal)}::jsonb,
      updated_at = now() where id = ${id}::uuid`);
}

async function finish({ db }: Parameters<JobStep>[0], open: OpenImport): Promise<StepResult> {
  await db.run([
    db.orm.execute(sql`delete from import_drafts where import_id = ${open.id}::uuid`),
    db.orm.execute(sql`
      update imports set state = 'rehearsed', progress = null, updated_at = now()
      where id = ${open.id}::uuid and state = 'rehearsing'`),
  ]);
  const counts = open.rehearsal?.counts ?? NO_COUNTS;
  const rows = { done: open.rowCount, total: open.rowCount, failed: counts.rejected };
  return { isDone: true, result: { ...counts }, expiresAt: null, ...rows };
}
