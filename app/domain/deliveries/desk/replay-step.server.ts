import { sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { actAs } from "../../filters/matching-ids.server";
import type { JobStep, JobTools, RunningJob, StepResult } from "../../jobs/job-step";
import type { AppliedDelivery } from "../delivery.schema";
import { byConnection, keptByIds, toKept } from "./kept-deliveries.server";
import { type Replaying, replayKept } from "./replay-kept.server";
import { replaySelectionSchema } from "./replay-selection";
import { countSelected, cutToSize, type Selected, selectSelected } from "./selected-deliveries.server";

/** Deliveries of one step. */
const PAGE = 50;
/** Of more, the total that is shown is this. */
const MOST_COUNTED = 1_000_000;

const parametersSchema = z.object({ replayId: z.uuid() });
const cursorSchema = z.object({ at: z.iso.datetime(), id: z.uuid() });
const replayRow = z.object({ selection: replaySelectionSchema.nullable(), createdAt: z.coerce.date() });

/** Replays the next deliveries of a selection, in the order in which they came. Running twice replays none twice. */
export const deliveryReplayStep: JobStep = async (tools, job) => {
  const { db } = tools;
  const { replayId } = parametersSchema.parse(job.parameters);
  const { selection, createdAt } = await getReplay(db, replayId);
  if (selection === null) return finish(db, replayId, job.done);
  const after = job.cursor === null ? null : cursorSchema.parse(job.cursor);
  const { page, total } = await readPage(db, { selection, now: createdAt, after, replayId }, job);
  const last = page.at(-1);
  if (last === undefined) return finish(db, replayId, job.done);
  const applied = await replayPage(tools, job, { page, replayId });
  const done = job.done + page.length;
  return {
    isDone: false,
    cursor: { at: last.receivedAt.toISOString(), id: last.id },
    done,
    total: Math.max(total ?? done, done),
    failed: job.failed + applied.filter(isTrouble).length,
  };
};

type PageRow = { id: string; receivedAt: Date; bodyBytes: number };

/** The next deliveries, and on the first page how many there are in all. */
async function readPage(db: JobDb, selected: Selected, { role, total }: RunningJob) {
  const page = selectSelected(db.orm, selected, PAGE);
  if (selected.after) {
    const [, found] = await db.run([actAs(db.orm, role), page]);
    return { page: cutToSize(found), total };
  }
  const count = countSelected(db.orm, selected, MOST_COUNTED);
  const [, found, [counted]] = await db.run([actAs(db.orm, role), page, count]);
  return { page: cutToSize(found), total: counted?.count ?? null };
}

async function replayPage(
  { db, inOrg, keyring, now, newId }: JobTools,
  { orgId, kind }: RunningJob,
  { page, replayId }: { page: readonly PageRow[]; replayId: string },
): Promise<AppliedDelivery[]> {
  const [rows] = await db.run([keptByIds(db.orm, page)]);
  const kept = await Promise.all(rows.map((row, index) => toKept(row, index + 1)));
  const replaying: Replaying = {
    ...{ orgId, keyring, now, newId, replayId },
    inOrg: (work) => inOrg(orgId, work),
    actor: { kind: "job", name: kind },
  };
  const applied: AppliedDelivery[] = [];
  for (const { connection, deliveries } of byConnection(kept)) {
    applied.push(...(await replayKept(replaying, connection, deliveries)));
  }
  return applied;
}

const isTrouble = ({ outcome }: AppliedDelivery) => outcome === "failed" || outcome === "needs_attention";

async function getReplay(db: JobDb, replayId: string) {
  const [result] = await db.run([
    db.orm.execute(sql`
      select selection, created_at as "createdAt" from delivery_replays where id = ${replayId}::uuid`),
  ]);
  const [row] = readRows(replayRow, result);
  if (!row) throw new Error("the replay of a job is gone");
  return row;
}

const countsRow = z.object({ applied: z.number(), unchanged: z.number(), failed: z.number() });

/** Counts what became of the deliveries, and forgets which were asked for. */
async function finish(db: JobDb, replayId: string, done: number): Promise<StepResult> {
  const [result] = await db.run([
    db.orm.execute(sql`
      update delivery_replays r set applied = c.applied, unchanged = c.unchanged, failed = c.failed, selection = null
      from (select count(*) filter (where outcome = 'applied')::int as applied,
          count(*) filter (where outcome not in ('applied', 'failed', 'needs_attention'))::int as unchanged,
          count(*) filter (where outcome in ('failed', 'needs_attention'))::int as failed
        from delivery_attempts where replay_id = ${replayId}::uuid) c
      where r.id = ${replayId}::uuid returning r.applied, r.unchanged, r.failed`),
  ]);
  const [counts = { applied: 0, unchanged: 0, failed: 0 }] = readRows(countsRow, result);
  return { isDone: true, done, total: done, failed: counts.failed, result: counts, expiresAt: null };
}
