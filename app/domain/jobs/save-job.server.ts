import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { LEASE_SECONDS } from "./claim-job.server";
import type { StepResult } from "./job-step";

/** A job as this worker holds it. */
export type Held = { jobId: string; leaseId: string };

/** Keeps what a step did. False when the job was cancelled meanwhile or somebody else holds it: then stop. */
export function saveStep(db: JobDb, held: Held, step: StepResult): Promise<boolean> {
  const counts = sql`done = ${step.done}, total = ${step.total}, failed = ${step.failed}, attempts = 0`;
  if (!step.isDone) {
    const cursor = JSON.stringify(step.cursor);
    return change(
      db,
      held,
      sql`${counts}, cursor = ${cursor}::jsonb, leased_until = now() + make_interval(secs => ${LEASE_SECONDS})`,
    );
  }
  const expiresAt = step.expiresAt?.toISOString() ?? null;
  return change(
    db,
    held,
    sql`${counts}, state = 'done', cursor = null, result = ${JSON.stringify(step.result)}::jsonb,
      expires_at = ${expiresAt}::timestamptz, ${OVER}`,
    step.act,
  );
}

/** Gives a job back that is to be gone on with later. */
export function releaseJob(db: JobDb, held: Held): Promise<boolean> {
  return change(db, held, sql`lease_id = null, leased_until = null`);
}

/** Gives a job back that nobody is to go on with before some time is over. */
export function pauseJob(db: JobDb, held: Held, seconds: number): Promise<boolean> {
  return change(db, held, sql`lease_id = null, leased_until = now() + make_interval(secs => ${seconds})`);
}

/** Ends a job that cannot go on; `errorKey` says why and what to do. */
export function failJob(db: JobDb, held: Held, errorKey: string): Promise<boolean> {
  return change(
    db,
    held,
    sql`state = 'failed', error_key = ${errorKey}, cursor = null, expires_at = now(), ${OVER}`,
  );
}

const OVER = sql`lease_id = null, leased_until = null, finished_at = now()`;

async function change(db: JobDb, { jobId, leaseId }: Held, set: SQL, act?: SQL): Promise<boolean> {
  const changed = sql`
    update jobs set ${set}, updated_at = now()
    where id = ${jobId}::uuid and lease_id = ${leaseId}::uuid and state = 'running' returning id`;
  const statement = act
    ? sql`with changed as (${changed}), written as (${act} from changed) select id from changed, written`
    : changed;
  const [result] = await db.run([db.orm.execute(statement)]);
  return readRows(z.object({ id: z.uuid() }), result).length > 0;
}
