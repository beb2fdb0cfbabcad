import { crc32 } from "~/lib/crc32";
import { DEFLATE_END, deflatePart } from "~/lib/deflate-part";
import { joinBytes } from "~/lib/join-bytes";
import type { JobTools, RunningJob } from "../jobs/job-step";
import { type ExportFile, partName } from "./export-cursor";

/** Stores the next part of a file, and answers what the file is with it. */
export async function storePart(
  { archive }: Pick<JobTools, "archive">,
  job: Pick<RunningJob, "orgId" | "id">,
  { file, text, rows, isLast }: { file: ExportFile; text: string; rows: number; isLast: boolean },
): Promise<ExportFile> {
  const bytes = new TextEncoder().encode(text);
  const part = deflatePart(bytes);
  const packed = isLast ? joinBytes([part, DEFLATE_END]) : part;
  await archive.put(partName(job, file.path, file.parts), packed);
  return {
    path: file.path,
    rows: file.rows + rows,
    bytes: file.bytes + bytes.length,
    packedBytes: file.packedBytes + packed.length,
    crc32: crc32(bytes, file.crc32),
    parts: file.parts + 1,
  };
}
