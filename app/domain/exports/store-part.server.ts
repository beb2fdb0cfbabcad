import type { JobTools, RunningJob } from "../jobs/job-step";
import { type ExportFile, partName } from "./export-cursor";
import { type NewPart, packPart } from "./pack-part";

/** Stores the next part of a file, and answers what the file is with it. */
export async function storePart(
  { archive }: Pick<JobTools, "archive">,
  job: Pick<RunningJob, "orgId" | "id">,
  part: NewPart,
): Promise<ExportFile> {
  const { grown, packed } = packPart(part);
  await archive.put(partName(job, part.file.path, part.file.parts), packed);
  return grown;
}
