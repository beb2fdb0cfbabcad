import * as z from "zod";
import { startBackfillSchema } from "../backfills/backfill.schema";
import { resumeBackfill, startBackfill } from "../backfills/start-backfill.server";
import type { OrgContext } from "../context";
import { cancelJob } from "../jobs/cancel-job.server";
import { cancelJobSchema } from "../jobs/job.schema";
import { fetchGaps } from "./fetch-gaps.server";

/** Everything that can be done from a connection's page of receipts. */
export const syncActionSchema = z.discriminatedUnion("intent", [
  startBackfillSchema,
  z.object({ intent: z.literal("resume") }),
  z.object({ intent: z.literal("fetch") }),
  cancelJobSchema,
]);
type SyncAction = z.output<typeof syncActionSchema>;

/** Does what the page was asked to. Throws `not_found` and `conflict`. */
export async function actOnSync(ctx: OrgContext, connectionId: string, action: SyncAction): Promise<void> {
  switch (action.intent) {
    case "backfill":
      await startBackfill(ctx, { connectionId, period: action.period });
      break;
    case "resume":
      await resumeBackfill(ctx, { connectionId });
      break;
    case "fetch":
      await fetchGaps(ctx, { connectionId });
      break;
    case "cancel":
      await cancelJob(ctx, { jobId: action.jobId, connectionId });
      break;
  }
}
