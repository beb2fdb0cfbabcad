import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { lockRoom } from "~/db/lock-room";
import { readRows } from "~/db/read-rows";
import type { JobValues } from "~/db/schema/jobs";
import { AppError } from "~/lib/app-error";
import { logError } from "~/lib/log";
import { type Act, auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import type { JobKind } from "./job-kinds";

/** Jobs of one kind that an organization may ask for in a day. */
const MOST_PER_DAY = 10;

type NewJob = {
  kind: JobKind;
  parameters?: JobValues;
  act: Omit<Act, "subject">;
  mostPerDay?: number;
  /** How many of the kind may wait or run at once. */
  mostOpen?: number;
  /** What is written with the job, in its transaction; it must look whether the job of this id was made. */
  along?: (jobId: string) => SQL;
};

/**
 * Asks for long work and says so in the audit log. One job of a kind runs at a
 * time unless `mostOpen` allows more: throws `conflict` while they are under way,
 * `too_many` after `mostPerDay`.
 */
export async function createJob(ctx: OrgContext, job: NewJob): Promise<string> {
  const { kind, parameters = {}, act, mostPerDay = MOST_PER_DAY, mostOpen = 1, along } = job;
  const { organization } = await ctx.db.entry();
  const id = ctx.newId();
  const [, created] = await ctx.db.write([
    ctx.db.orm.execute(lockRoom("jobs")),
    ctx.db.orm.execute(sql`
      with known as (
        select count(*) filter (where state in ('queued', 'running')) as open,
          count(*) filter (where created_at > now() - interval '1 day') as recent
        from jobs where kind = ${kind} and created_at > now() - interval '30 days'
      ),
      made as (
        insert into jobs (id, kind, parameters, created_by)
        select ${id}::uuid, ${kind}, ${JSON.stringify(parameters)}::jsonb, ${ctx.actor.id}::uuid
        from known where open < ${mostOpen} and recent < ${mostPerDay} returning id
      ),
      written as (${auditRow(ctx, { ...act, subject: { kind: "job", id } })} from made)
      select open::int, recent::int, (select count(*)::int from written) as written from known`),
    ...(along ? [ctx.db.orm.execute(along(id))] : []),
  ]);
  const [known] = readRows(countsRow, created);
  if (known && known.open >= mostOpen)
    throw new AppError("conflict", mostOpen === 1 ? "errors:jobs.isRunning" : "errors:jobs.tooManyOpen");
  if (known && known.recent >= mostPerDay)
    throw new AppError("too_many", "errors:jobs.tooMany", { values: { most: mostPerDay } });
  await wake(ctx, organization.id, id);
  return id;
}

const countsRow = z.object({ open: z.number(), recent: z.number(), written: z.number() });

/** The job is kept: when the queue is away, the sweep sends for it within minutes. */
async function wake(ctx: OrgContext, orgId: string, jobId: string): Promise<void> {
  try {
    await ctx.ports.jobs.wake(orgId, jobId);
  } catch (error) {
    logError("jobs.not_woken", { orgId, jobId, error });
  }
}
