import { sql } from "drizzle-orm";
import * as z from "zod";
import type { RecordKind } from "~/connectors/api/shop-reader";
import { auditRow } from "../audit/audit-row";
import { jobDoorOf } from "../connections/credentials/credentials-door";
import { markCredentialsUsed } from "../connections/credentials/mark-credentials.server";
import type { JobStep, JobTools, RunningJob, StepResult } from "../jobs/job-step";
import { applyPage } from "./apply-page.server";
import { type BackfillProgress, beginProgress, countsOf, progressSchema } from "./backfill-progress";
import { type OpenShop, openShop } from "./open-shop.server";
import { patienceFor, toPeople } from "./shop-problem.server";
import { findStopped, keepStopped } from "./stopped-backfill.server";

/** What the job of a backfill was asked for. */
const backfillParameters = z.object({
  connectionId: z.uuid(),
  since: z.iso.datetime().nullable(),
  /** Whether it goes on where one before it was stopped. */
  isResumed: z.boolean(),
});
type Parameters = z.output<typeof backfillParameters>;

/**
 * Reads the next page of a shop's past and applies it. A page that was applied before its step was kept is
 * applied again, which changes nothing. A shop that is busy is left alone for a while.
 */
export const backfillStep: JobStep = async (tools, job) => {
  const parameters = backfillParameters.parse(job.parameters);
  const shop = await openShop(tools, job.orgId, parameters.connectionId);
  const progress = job.cursor ? progressSchema.parse(job.cursor) : await findStopped(tools, parameters);
  try {
    const next = await advance(tools, shop, { progress, parameters });
    const counts = countsOf(next, shop.reader.kinds);
    if (next.kind === null) return await finish(tools, job, { ...parameters, ...counts, read: next.read });
    return { isDone: false, cursor: { ...next }, ...counts };
  } catch (error) {
    const waits = progress?.waits ?? 0;
    const waitSeconds = patienceFor(error, waits);
    if (waitSeconds === null) throw await toPeople(tools, job.orgId, parameters.connectionId, error);
    const waiting = { ...(progress ?? beginProgress(shop.reader.kinds, {})), waits: waits + 1 };
    const { done, total, failed } = job;
    return { isDone: false, cursor: waiting, done, total, failed, waitSeconds };
  }
};

type At = { progress: BackfillProgress | null; parameters: Parameters };

async function advance(
  tools: JobTools,
  shop: OpenShop,
  { progress, parameters }: At,
): Promise<BackfillProgress> {
  const { reader } = shop;
  const period = { since: parameters.since, until: null };
  if (progress === null || progress.kind === null)
    return beginProgress(reader.kinds, await countKinds(shop, period.since));
  const { kind, place } = progress;
  const askedAt = tools.now().toISOString();
  const page = await reader.readAll(kind, { place, period });
  const { unread } = await applyPage(tools, shop, { records: page.records, askedAt, job: "backfill" });
  const next = {
    kind: page.next === null ? kindAfter(reader.kinds, kind) : kind,
    place: page.next,
    read: { ...progress.read, [kind]: (progress.read[kind] ?? 0) + page.records.length },
    totals: page.total === null ? progress.totals : { ...progress.totals, [kind]: page.total },
    unread: progress.unread + unread,
    waits: 0,
  };
  await keepStopped(tools, parameters, next);
  return next;
}

function kindAfter(kinds: readonly RecordKind[], kind: RecordKind): RecordKind | null {
  return kinds[kinds.indexOf(kind) + 1] ?? null;
}

async function countKinds({ reader }: OpenShop, since: string | null) {
  const totals: Partial<Record<RecordKind, number>> = {};
  for (const kind of reader.kinds) {
    const count = await reader.count(kind, { since, until: null });
    if (count !== null) totals[kind] = count;
  }
  return totals;
}

type Ended = Parameters & { done: number; failed: number; read: BackfillProgress["read"] };

async function finish(
  { db, keyring, now, newId }: JobTools,
  job: RunningJob,
  ended: Ended,
): Promise<StepResult> {
  const { connectionId, since, done, failed, read } = ended;
  const at = now().toISOString();
  await db.run([
    db.orm.execute(sql`
      update shop_polls set marks = marks - 'backfill', backfilled_at = ${at}::timestamptz,
        backfilled_since = ${since}::timestamptz
      where connection_id = ${connectionId}::uuid`),
  ]);
  await markCredentialsUsed(jobDoorOf({ db, keyring, now, newId }, job.orgId), connectionId);
  const acting = { actor: { kind: "job", name: job.kind }, now, newId } as const;
  return {
    isDone: true,
    result: { read, unread: failed },
    expiresAt: null,
    done,
    total: done,
    failed,
    act: auditRow(acting, {
      action: "backfill.finished",
      subject: { kind: "connection", id: connectionId },
      facts: { ...read, unread: failed },
    }),
  };
}
