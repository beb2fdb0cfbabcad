import type { OrgContext } from "../context";
import { createJob } from "../jobs/create-job.server";

/** Asks for an archive of everything the organization has. Answers the job's id. */
export function createFullExport(ctx: OrgContext): Promise<string> {
  return createJob(ctx, { kind: "full_export", act: { action: "export.created" } });
}
