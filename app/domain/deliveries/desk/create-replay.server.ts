import { sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../../context";
import { createJob } from "../../jobs/create-job.server";
import type { ReplaySelection } from "./replay-selection";
import { selectSelected } from "./selected-deliveries.server";

const KEPT_MS = 90 * 86_400_000;
const LIMITS = { mostOpen: 3, mostPerDay: 200 };

/**
 * Asks for a replay of many deliveries, as a job under Activity; those that come later are not of it.
 * Throws `not_found` when there is none that could be replayed, `conflict` while others run.
 */
export async function createReplay(
  ctx: OrgContext,
  selection: ReplaySelection,
): Promise<{ replayId: string }> {
  const now = ctx.now();
  const [any] = await ctx.db.read(selectSelected(ctx.db.orm, { selection, now }, 1));
  if (!any) throw new AppError("not_found", "errors:deliveries.nothingToReplay");
  const replayId = ctx.newId();
  const expiresAt = new Date(now.getTime() + KEPT_MS).toISOString();
  await createJob(ctx, {
    kind: "delivery_replay",
    parameters: { replayId },
    act: { action: "deliveries.replayed", facts: { replay: replayId, ...factsOf(selection) } },
    ...LIMITS,
    along: (jobId) => sql`
      insert into delivery_replays (id, job_id, selection, created_by, created_at, expires_at)
      select ${replayId}::uuid, j.id, ${JSON.stringify(selection)}::jsonb, ${ctx.actor.id}::uuid,
        ${now.toISOString()}::timestamptz, ${expiresAt}::timestamptz
      from jobs j where j.id = ${jobId}::uuid`,
  });
  return { replayId };
}

/** Never what was searched for, which may be somebody's name. */
function factsOf(selection: ReplaySelection): Record<string, string | number> {
  if (selection.kind === "ids") return { deliveries: selection.ids.length };
  const { q: _search, ...filters } = selection.filters;
  const told = Object.entries(filters).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return told.length > 0 ? { filters: told.join(", ") } : {};
}
