import { sql } from "drizzle-orm";
import type { OrgContext } from "../context";
import { createJob } from "../jobs/create-job.server";
import { type BackfillPeriod, sinceOf } from "./backfill.schema";
import { requireAskable } from "./require-askable.server";

/** Shops of one organization that may be read at once. */
const MOST_OPEN = 5;
const MOST_PER_DAY = 50;

/**
 * Sends the reading of a shop's past on its way, in the background: its customers and products, and its
 * orders of the period. Answers the job. Throws `conflict` when the shop has no keys or is being read.
 */
export async function startBackfill(
  ctx: OrgContext,
  { connectionId, period }: { connectionId: string; period: BackfillPeriod },
): Promise<string> {
  await requireAskable(ctx, { connectionId, kind: "backfill" });
  const since = sinceOf(period, ctx.now());
  return send(ctx, { connectionId, since, isResumed: false }, { period });
}

/** Goes on with a reading that was stopped or gave up, where it was. Throws `conflict` when there is none. */
export async function resumeBackfill(
  ctx: OrgContext,
  { connectionId }: { connectionId: string },
): Promise<string> {
  const { stopped } = await requireAskable(ctx, { connectionId, kind: "backfill" });
  if (!stopped) return startBackfill(ctx, { connectionId, period: "all" });
  return send(ctx, { connectionId, since: stopped.since, isResumed: true }, { period: "resumed" });
}

type Parameters = { connectionId: string; since: string | null; isResumed: boolean };

function send(ctx: OrgContext, parameters: Parameters, facts: Record<string, string>): Promise<string> {
  const { connectionId } = parameters;
  return createJob(ctx, {
    kind: "backfill",
    parameters,
    act: { action: "backfill.started", facts: { ...facts, connectionId } },
    mostOpen: MOST_OPEN,
    mostPerDay: MOST_PER_DAY,
    along: () => sql`
      insert into shop_polls (connection_id, next_poll_at, next_count_at)
      values (${connectionId}::uuid, now(), now()) on conflict do nothing`,
  });
}
