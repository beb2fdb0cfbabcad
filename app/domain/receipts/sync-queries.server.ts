import { sql } from "drizzle-orm";
import * as z from "zod";
import { RECORD_KINDS } from "~/connectors/api/shop-reader";
import { platformLabel, readingOf } from "~/connectors/registry";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { isOver, JOB_STATES } from "../jobs/job-kinds";
import { requireRecordId } from "../record-id";

/** What the page lists of gaps and of unread records; the rest is a count. */
const MOST_LISTED = 50;
const TREND_DAYS = 90;

const instant = z.iso.datetime({ offset: true }).nullable();
const jobRow = z.object({
  id: z.uuid(),
  state: z.enum(JOB_STATES),
  done: z.number(),
  total: z.number().nullable(),
  errorKey: z.string().nullable(),
  startedAt: instant,
  finishedAt: instant,
  waits: z.number().nullable(),
});
const syncRow = z.object({
  name: z.string(),
  platform: z.string(),
  isRemoved: z.boolean(),
  hasKeys: z.boolean(),
  brokenReason: z.string().nullable(),
  polls: z.object({
    ...{ polledAt: instant, pollProblem: z.string().nullable(), countedAt: instant },
    ...{ countProblem: z.string().nullable(), backfilledAt: instant, isStopped: z.boolean() },
  }),
  backfill: jobRow.nullable(),
  fetch: jobRow.nullable(),
  receipts: z.array(
    z.object({
      ...{ day: z.iso.date(), currency: z.string(), shopCount: z.number(), shopMinor: z.number() },
      ...{ ownCount: z.number(), ownMinor: z.number(), missing: z.number(), differing: z.number() },
    }),
  ),
  gaps: z.array(
    z.object({
      ...{ externalId: z.string(), kind: z.enum(["missing", "differing"]), number: z.string() },
      ...{ day: z.iso.date(), currency: z.string(), shopMinor: z.number(), ownMinor: z.number().nullable() },
    }),
  ),
  gapCount: z.number(),
  unread: z.array(
    z.object({
      kind: z.enum(RECORD_KINDS),
      externalId: z.string(),
      reason: z.string(),
      detail: z.string().nullable(),
    }),
  ),
});

/**
 * How a connection's shop stands against what is here: its past, what changed, the receipts of the last
 * days and what they miss. Throws `not_found`.
 */
export async function getSync(ctx: OrgContext, { connectionId }: { connectionId: string }) {
  const id = requireRecordId(connectionId);
  const [row] = readRows(syncRow, await ctx.db.read(ctx.db.orm.execute(syncQuery(id))));
  if (!row) throw new AppError("not_found", "errors:notFound");
  const reading = readingOf(row.platform);
  return {
    ...row,
    id,
    label: platformLabel(row.platform),
    isSupported: reading !== null,
    showsOnlyOrders: reading?.shows === "orders",
    isRunning: row.backfill !== null && !isOver(row.backfill.state),
    isFetching: row.fetch !== null && !isOver(row.fetch.state),
    minutesLeft: minutesLeft(row.backfill, ctx.now()),
  };
}

export type Sync = Awaited<ReturnType<typeof getSync>>;

/** As fast as until now; null while there is nothing to reckon with. */
function minutesLeft(job: z.output<typeof jobRow> | null, now: Date): number | null {
  if (!job?.startedAt || job.total === null || job.done === 0 || isOver(job.state)) return null;
  const elapsed = now.getTime() - Date.parse(job.startedAt);
  return Math.max(1, Math.ceil(((elapsed / job.done) * (job.total - job.done)) / 60_000));
}

function syncQuery(id: string) {
  const lastJob = (kind: string) => sql`(
    select json_build_object('id', j.id, 'state', j.state, 'done', j.done, 'total', j.total, 'errorKey', j.error_key,
      'startedAt', j.started_at, 'finishedAt', j.finished_at, 'waits', (j.cursor ->> 'waits')::int)
    from jobs j where j.kind = ${kind} and j.parameters ->> 'connectionId' = c.id::text
    order by j.created_at desc limit 1)`;
  return sql`
    select c.name, c.platform, c.removed_at is not null as "isRemoved", k.connection_id is not null as "hasKeys",
      k.broken_reason as "brokenReason",
      json_build_object('polledAt', p.polled_at, 'pollProblem', p.poll_problem, 'countedAt', p.counted_at,
        'countProblem', p.count_problem, 'backfilledAt', p.backfilled_at,
        'isStopped', coalesce(p.marks ? 'backfill', false)) as polls,
      ${lastJob("backfill")} as backfill, ${lastJob("gap_fetch")} as fetch,
      coalesce((select json_agg(json_build_object('day', r.day, 'currency', r.currency, 'shopCount', r.shop_count,
          'shopMinor', r.shop_minor, 'ownCount', r.own_count, 'ownMinor', r.own_minor, 'missing', r.missing,
          'differing', r.differing) order by r.day desc, r.currency)
        from receipts r where r.connection_id = c.id and r.day > current_date - ${TREND_DAYS}::int), '[]') as receipts,
      coalesce((select json_agg(g order by g.day desc, g."externalId") from (
          select external_id as "externalId", kind, number, day, currency, shop_minor as "shopMinor",
            own_minor as "ownMinor"
          from receipt_gaps where connection_id = c.id order by day desc, external_id limit ${MOST_LISTED}) g), '[]')
        as gaps,
      (select count(*)::int from receipt_gaps where connection_id = c.id) as "gapCount",
      coalesce((select json_agg(u) from (
          select kind, external_id as "externalId", reason, detail from unread_records
          where connection_id = c.id order by seen_at desc, kind, external_id limit ${MOST_LISTED}) u), '[]') as unread
    from connections c
    left join connection_credentials k on k.connection_id = c.id
    left join shop_polls p on p.connection_id = c.id
    where c.id = ${id}::uuid`;
}
