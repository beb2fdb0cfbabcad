import { and, eq, gt, sql } from "drizzle-orm";
import { jobs } from "~/db/schema/jobs";
import { organizations } from "~/db/schema/organizations";
import { AppError } from "~/lib/app-error";
import { zipDirectory, zipFileHeader } from "~/lib/zip-records";
import { auditRow } from "../audit/audit-row";
import type { ArchivePort, OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { type ExportFile, exportResultSchema, partName } from "./export-cursor";
import { zipEntryOf } from "./zip-entry-of";

export type OpenedExport = {
  fileName: string;
  extension: "zip" | "xlsx";
  bytes: number;
  content: ReadableStream<Uint8Array>;
};

type Wanted = { jobId: string; kind: "full_export" | "list_export" };

/**
 * A finished export as one ZIP archive, which a workbook is too, made while it is read: its
 * parts are stored compressed already. Writes the download into the audit log. Throws
 * `not_found` when it is gone, or was never finished.
 */
export async function openExport(ctx: OrgContext, { jobId, kind }: Wanted): Promise<OpenedExport> {
  const id = requireRecordId(jobId);
  const { db } = ctx;
  const [found] = await db.write([
    db.orm
      .select({ orgId: jobs.orgId, createdAt: jobs.createdAt, result: jobs.result, slug: organizations.slug })
      .from(jobs)
      .innerJoin(organizations, eq(organizations.id, jobs.orgId))
      .where(
        and(eq(jobs.id, id), eq(jobs.kind, kind), eq(jobs.state, "done"), gt(jobs.expiresAt, ctx.now())),
      ),
    db.orm.execute(sql`
      ${auditRow(ctx, { action: "export.downloaded", subject: { kind: "job", id } })}
      from jobs where id = ${id}::uuid and kind = ${kind} and state = 'done'
        and expires_at > ${ctx.now().toISOString()}::timestamptz`),
  ]);
  const [job] = found;
  const result = exportResultSchema.safeParse(job?.result);
  if (!job || !result.success) throw new AppError("not_found", "errors:jobs.exportGone");
  const pieces = archivePieces(ctx.ports.archive, { ...job, id, files: result.data.files });
  const day = job.createdAt.toISOString().slice(0, 10);
  return {
    fileName: `${result.data.noun ?? "orucrm"}-${job.slug}-${day}`,
    extension: result.data.format === "xlsx" ? "xlsx" : "zip",
    bytes: result.data.bytes,
    content: streamOf(pieces),
  };
}

type StoredExport = { orgId: string; id: string; createdAt: Date; files: readonly ExportFile[] };

/** The archive's bytes in order; at most one stored part is open at a time. */
async function* archivePieces(archive: ArchivePort, stored: StoredExport): AsyncGenerator<Uint8Array> {
  const entries = stored.files.map((file) => zipEntryOf(file, stored.createdAt));
  for (const [i, entry] of entries.entries()) {
    yield zipFileHeader(entry);
    for (let part = 0; part < (stored.files[i]?.parts ?? 0); part++) {
      const bytes = await archive.read(partName(stored, entry.path, part));
      if (bytes === null) throw new AppError("not_found", "errors:jobs.exportGone");
      yield* chunksOf(bytes);
    }
  }
  yield zipDirectory(entries);
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
