import { eq, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { imports } from "~/db/schema/imports";
import { jobs } from "~/db/schema/jobs";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { createJob } from "../jobs/create-job.server";
import { JOB_STATES } from "../jobs/job-kinds";
import { requireRecordId } from "../record-id";
import {
  BEGINS_FROM,
  type ImportJobKind,
  type ImportState,
  importStateOf,
  STORED_STATES,
  WORKING_STATE,
} from "./import-state";

/** Days that an import can be undone after it was asked for, and its file is kept. */
const DAYS_KEPT = 30;
const MOST_PER_DAY = 100;

const ACT = {
  import_rehearsal: { action: "import.rehearsed" },
  import_run: { action: "import.started" },
  import_undo: { action: "import.undo_started" },
} as const;

/**
 * Sends an import on its way: rehearses it, applies it or undoes it, in the
 * background. What was stopped goes on where it was. Answers the job. Throws
 * `conflict` when the import is not where this can begin.
 */
export async function startImportJob(
  ctx: OrgContext,
  { importId, kind }: { importId: string; kind: ImportJobKind },
): Promise<string> {
  const id = requireRecordId(importId);
  const { isMatched, isKept, state } = await findImport(ctx, id);
  const from: readonly ImportState[] = BEGINS_FROM[kind];
  if (!from.includes(state)) throw new AppError("conflict", "imports:errors.notNow");
  if (!isMatched) throw new AppError("conflict", "imports:errors.notMatched");
  if (!isKept) throw new AppError("conflict", "imports:errors.fileGone");
  const isContinued = state === "cancelled" || state === "failed" || state === "undo_stopped";
  const keepsPlace = isContinued && (kind === "import_run" || state === "undo_stopped");
  const expiresAt = new Date(ctx.now().getTime() + DAYS_KEPT * 86_400_000).toISOString();
  return createJob(ctx, {
    kind,
    parameters: { importId: id },
    act: ACT[kind],
    mostPerDay: MOST_PER_DAY,
    along: (jobId) => sql`
      update imports set state = ${WORKING_STATE[kind]}, job_id = ${jobId}::uuid, updated_at = now(),
        progress = ${keepsPlace ? sql`progress` : sql`null`},
        expires_at = ${kind === "import_run" ? sql`${expiresAt}::timestamptz` : sql`expires_at`}
      where id = ${id}::uuid and exists (select from jobs where id = ${jobId}::uuid)`,
  });
}

async function findImport({ db, now }: OrgContext, id: string) {
  const [row] = await db.read(
    db.orm
      .select({
        state: checkedText(imports.state, STORED_STATES),
        jobState: checkedText(jobs.state, JOB_STATES),
        settings: imports.settings,
        expiresAt: imports.expiresAt,
      })
      .from(imports)
      .leftJoin(jobs, eq(jobs.id, imports.jobId))
      .where(eq(imports.id, id)),
  );
  if (!row) throw new AppError("not_found", "errors:notFound");
  return {
    state: importStateOf(row.state, row.jobState),
    isMatched: row.settings !== null,
    isKept: row.expiresAt !== null && row.expiresAt > now(),
  };
}
