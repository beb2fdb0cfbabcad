import { requireAskable } from "../backfills/require-askable.server";
import type { OrgContext } from "../context";
import { createJob } from "../jobs/create-job.server";

const MOST_OPEN = 5;
const MOST_PER_DAY = 50;

/**
 * Sends for the orders that a connection's receipts miss here, in the background. Answers the job. Throws
 * `conflict` when the shop has no keys or they are being fetched.
 */
export async function fetchGaps(
  ctx: OrgContext,
  { connectionId }: { connectionId: string },
): Promise<string> {
  const { gaps } = await requireAskable(ctx, { connectionId, kind: "gap_fetch" });
  return createJob(ctx, {
    kind: "gap_fetch",
    parameters: { connectionId, count: gaps },
    act: { action: "receipts.fetch_started", facts: { connectionId, orders: gaps } },
    mostOpen: MOST_OPEN,
    mostPerDay: MOST_PER_DAY,
  });
}
