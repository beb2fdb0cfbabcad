import { sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import type { JobValue } from "~/db/schema/jobs";
import { ROLES } from "../organizations/permissions";

/** Longer than a step may take; whoever crashes blocks the job no longer than this. */
export const LEASE_SECONDS = 90;

const value: z.ZodType<JobValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value)]),
);
const values = z.record(z.string(), value);

const claimedRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  parameters: values,
  cursor: values.nullable(),
  done: z.number(),
  total: z.number().nullable(),
  failed: z.number(),
  /** Times it was taken since a step was last kept, this one included. */
  attempts: z.number(),
  createdBy: z.uuid(),
  createdAt: z.coerce.date(),
  /** What the originator is in the organization now; null for no active member. */
  role: z.enum(ROLES).nullable(),
});

export type ClaimedJob = z.output<typeof claimedRow>;

/** Takes a job that is not over for `LEASE_SECONDS`; null when another worker holds it, or there is nothing to do. */
export async function claimJob(db: JobDb, jobId: string, leaseId: string): Promise<ClaimedJob | null> {
  const [result] = await db.run([
    db.orm.execute(sql`
      update jobs j set state = 'running', lease_id = ${leaseId}::uuid,
        leased_until = now() + make_interval(secs => ${LEASE_SECONDS}),
        started_at = coalesce(started_at, now()), attempts = attempts + 1, updated_at = now()
      where id = ${jobId}::uuid and state in ('queued', 'running')
        and (leased_until is null or leased_until < now())
      returning id, kind, parameters, cursor, done, total, failed, attempts, created_by as "createdBy",
        created_at as "createdAt",
        (select role from memberships m where m.user_id = j.created_by and m.state = 'active') as role`),
  ]);
  const [job] = readRows(claimedRow, result);
  return job ?? null;
}
