import { sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import { tombstoneHasher } from "../customers/tombstones";
import type { JobStep, JobTools, RunningJob, StepResult } from "../jobs/job-step";
import { applyRowsOf } from "./apply-rows.server";
import { NO_COUNTS } from "./import-outcomes";
import { takePlace } from "./import-place.server";
import { nextRows } from "./next-rows.server";
import { findShop, type OpenImport, openImport, readPlanOf } from "./open-import.server";
import { addCounts, saveProgress, writeImportRows } from "./write-import-rows.server";

/**
 * Applies the next rows of an import. What they wrote and how far the import has
 * come are one transaction, so that a crash anywhere does nothing twice.
 */
export const importRunStep: JobStep = async (tools, job) => {
  const found = await openImport(tools, job);
  const open = found.startedAt === null ? await begin(tools, job, found) : found;
  const next = await nextRows(tools.archive, job.orgId, open);
  if (next === null || open.state === "done") return finish(tools, job, open);
  const hasher = await tombstoneHasher(tools.keyring, job.orgId);
  const counts = await tools.inOrg(job.orgId, async (tx) => {
    const asking = await takePlace(tx, open, hasher);
    if (asking === null) return open.counts;
    const { shopId } = open;
    if (shopId === null) throw new AppError("conflict", "imports:errors.shopGone");
    const plan = { importId: open.id, at: timeOf(open), read: readPlanOf(open, shopId), hasher: asking };
    const written = await applyRowsOf(open.noun)(tx, next.rows, {
      ...plan,
      createdBy: job.createdBy,
      newId: tools.newId,
      timeZone: open.timeZone,
    });
    await writeImportRows(tx, open.id, written);
    const sum = addCounts(open.counts, written);
    await saveProgress(tx, open.id, { progress: next.after, counts: sum });
    return sum;
  });
  const done = Math.min(open.rowCount, next.done);
  return { isDone: false, cursor: { ...next.after }, done, total: open.rowCount, failed: counts.rejected };
};

function timeOf({ startedAt }: OpenImport): string {
  if (startedAt === null) throw new Error("the import has not begun");
  return new Date(startedAt).toISOString();
}

/** Everything that an import tells has one time: when it was first applied. */
async function begin(
  { inOrg, now, newId }: JobTools,
  { orgId }: RunningJob,
  open: OpenImport,
): Promise<OpenImport> {
  const startedAt = now().toISOString();
  const shopId = await inOrg(orgId, async (tx) => {
    const found = await findShop(tx, open, newId);
    await tx.execute(sql`
      with begun as (
        update imports set started_at = ${startedAt}::timestamptz, shop_id = ${found}::uuid, counts = null,
          progress = null where id = ${open.id}::uuid and started_at is null returning id
      )
      delete from import_rows where import_id in (select id from begun)`);
    return found;
  });
  return { ...open, startedAt, shopId, counts: NO_COUNTS, progress: null };
}

async function finish({ db, now, newId }: JobTools, job: RunningJob, open: OpenImport): Promise<StepResult> {
  const acting = { actor: { kind: "job", name: job.kind }, now, newId } as const;
  await db.run([
    db.orm.execute(sql`
      with ended as (
        update imports set state = 'done', finished_at = ${now().toISOString()}::timestamptz, updated_at = now()
        where id = ${open.id}::uuid and state = 'running' returning id
      )
      ${auditRow(acting, { action: "import.finished", subject: { kind: "import", id: open.id }, facts: open.counts })}
      from ended`),
  ]);
  const { rejected } = open.counts;
  return {
    isDone: true,
    result: { ...open.counts },
    expiresAt: null,
    done: open.rowCount,
    total: open.rowCount,
    failed: rejected,
  };
}
