import { auditRow } from "~/domain/audit/audit-row";
import type { JobTools, RunningJob, StepResult } from "~/domain/jobs/job-step";
import { logError } from "~/lib/log";
import { type ExportFile, emptyFile } from "../export-cursor";
import { sendExportMail } from "../export-mail.server";
import { archiveSize } from "../finish-export.server";
import { storePart } from "../store-part.server";
import { workbookFiles } from "../xlsx-parts";
import type { ListExportCursor } from "./list-export-cursor";

/** How long a finished export can be downloaded. */
const KEPT_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

type Finished = { cursor: ListExportCursor; files: ExportFile[]; done: number };

/** Makes worksheets a workbook, tells whoever asked, and says how many rows leave, which is written with the job's end. */
export async function finishListExport(
  tools: JobTools,
  job: RunningJob,
  { cursor, files, done }: Finished,
): Promise<StepResult> {
  const { format, rows, title } = cursor;
  const frame = format === "xlsx" ? workbookFiles(title, files.length) : [];
  const framed: ExportFile[] = [];
  for (const [path, text] of frame) {
    framed.push(await storePart(tools, job, { file: emptyFile(path), text, rows: 0, isLast: true }));
  }
  const all = [...framed, ...files];
  const acting = { actor: { kind: "job", name: "list-export" } as const, now: tools.now, newId: tools.newId };
  const facts = { noun: rows.noun, format, rows: done };
  const act = { action: "list.exported", subject: { kind: "job", id: job.id }, facts };
  try {
    await sendExportMail(tools, job);
  } catch (error) {
    // The file is there, and Activity shows it.
    logError("exports.mail_not_sent", { orgId: job.orgId, jobId: job.id, error });
  }
  const result = { files: all, bytes: archiveSize(job, all), format, noun: rows.noun };
  const expiresAt = new Date(tools.now().getTime() + KEPT_DAYS * DAY_MS);
  return { isDone: true, result, expiresAt, act: auditRow(acting, act), done, total: done, failed: 0 };
}
