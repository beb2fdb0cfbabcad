import { eq } from "drizzle-orm";
import { imports } from "~/db/schema/imports";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { cancelJob } from "../jobs/cancel-job.server";
import { requireRecordId } from "../record-id";
import { completeImport } from "./complete-import.server";
import type { ImportAction } from "./import.schema";
import { matchImport } from "./match-import.server";
import { startImportJob } from "./start-import-job.server";

/** Does what an import's page was asked to. Answers the job that was begun, if one was. */
export async function actOnImport(
  ctx: OrgContext,
  importId: string,
  action: ImportAction,
): Promise<string | null> {
  switch (action.intent) {
    case "complete":
      await completeImport(ctx, { importId, rowCount: action.rowCount, partCount: action.partCount });
      return null;
    case "match":
      await matchImport(ctx, { importId, settings: action.settings });
      return null;
    case "rehearse":
      return startImportJob(ctx, { importId, kind: "import_rehearsal" });
    case "run":
      return startImportJob(ctx, { importId, kind: "import_run" });
    case "undo":
      return startImportJob(ctx, { importId, kind: "import_undo" });
    case "cancel":
      await cancelJob(ctx, { jobId: await findJob(ctx, importId) });
      return null;
  }
}

async function findJob({ db }: OrgContext, importId: string): Promise<string> {
  const [row] = await db.read(
    db.orm
      .select({ jobId: imports.jobId })
      .from(imports)
      .where(eq(imports.id, requireRecordId(importId))),
  );
  if (!row) throw new AppError("not_found", "errors:notFound");
  if (row.jobId === null) throw new AppError("conflict", "errors:jobs.isOver");
  return row.jobId;
}
