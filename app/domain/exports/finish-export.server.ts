import { logError } from "~/lib/log";
import { zipDirectory, zipFileHeader } from "~/lib/zip-records";
import type { JobTools, RunningJob, StepResult } from "../jobs/job-step";
import { type ExportCursor, type ExportFile, emptyFile } from "./export-cursor";
import { sendExportMail } from "./export-mail.server";
import { NOT_EXPORTED } from "./export-tables";
import { storePart } from "./store-part.server";
import { zipEntryOf } from "./zip-entry-of";

/** How long a finished export can be downloaded. */
const KEPT_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Adds the manifest, tells whoever asked, and says what the archive is made of. */
export async function finishExport(
  tools: JobTools,
  job: RunningJob,
  cursor: ExportCursor,
): Promise<StepResult> {
  const text = `${JSON.stringify(manifestOf(job, cursor), null, 2)}\n`;
  const manifest = await storePart(tools, job, {
    file: emptyFile("manifest.json"),
    text,
    rows: 0,
    isLast: true,
  });
  const files = [...cursor.files, manifest];
  const expiresAt = new Date(tools.now().getTime() + KEPT_DAYS * DAY_MS);
  try {
    await sendExportMail(tools, job);
  } catch (error) {
    // The archive is there, and Activity shows it.
    logError("exports.mail_not_sent", { orgId: job.orgId, jobId: job.id, error });
  }
  const result = { files, bytes: archiveSize(job, files) };
  return { isDone: true, result, expiresAt, done: job.done, total: job.done, failed: 0 };
}

function manifestOf(job: RunningJob, { files }: ExportCursor) {
  return {
    format: "orucrm-export",
    version: 1,
    organizationId: job.orgId,
    askedForAt: job.createdAt.toISOString(),
    files: files.map(({ path, rows, bytes, crc32 }) => ({
      ...{ path, rows, bytes },
      crc32: crc32.toString(16).padStart(8, "0"),
    })),
    notIncluded: NOT_EXPORTED,
  };
}

/** How large the archive of these files is, in bytes. */
export function archiveSize(job: RunningJob, files: readonly ExportFile[]): number {
  const entries = files.map((file) => zipEntryOf(file, job.createdAt));
  const sizes = entries.map((entry) => zipFileHeader(entry).length + entry.packedBytes);
  return sizes.reduce((sum, size) => sum + size, 0) + zipDirectory(entries).length;
}
