import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { BulkSelection } from "./bulk.schema";
import type { PlannedAct } from "./planned-act.schema";

/** A change that is about to be made. */
export type NewChange = {
  changeId: string;
  noun: string;
  act: PlannedAct;
  by: string;
  at: Date;
  expiresAt: Date;
};

/** Keeps a change before its first record is changed; for a job with what was selected. */
export function keepChange(change: NewChange, job?: { jobId: string; selection: BulkSelection }): SQL {
  const { changeId, noun, act, by, at, expiresAt } = change;
  const request = job ? { act, selection: job.selection } : { act: withoutValues(act) };
  const columns = sql`select ${changeId}::uuid, ${noun}, ${act.kind}, ${JSON.stringify(request)}::jsonb, ${by}::uuid,
    ${at.toISOString()}::timestamptz, ${expiresAt.toISOString()}::timestamptz`;
  const into = sql`insert into bulk_changes (id, noun, kind, request, created_by, created_at, expires_at, job_id)`;
  if (!job) return sql`${into} ${columns}, null`;
  return sql`${into} ${columns}, j.id from jobs j where j.id = ${job.jobId}::uuid`;
}

/** Counts what became of the records, and forgets which were asked for and what was put there. Answers the counts. */
export function finishChange(changeId: string, act: PlannedAct): SQL {
  return sql`
    update bulk_changes b set changed = r.changed, failed = r.failed,
      request = ${JSON.stringify({ act: withoutValues(act) })}::jsonb
    from (select count(*) filter (where outcome <> 'failed')::int as changed,
        count(*) filter (where outcome = 'failed')::int as failed
      from bulk_change_rows where change_id = ${changeId}::uuid) r
    where b.id = ${changeId}::uuid returning b.changed, b.failed`;
}

export function readCounts(result: unknown) {
  const [counts] = readRows(z.object({ changed: z.number(), failed: z.number() }), result);
  return counts ?? { changed: 0, failed: 0 };
}

/** How many records an undo put back, and how many it left alone. */
export function countUndone(changeId: string): SQL {
  return sql`
    select count(*) filter (where outcome = 'undone')::int as undone,
      count(*) filter (where outcome = 'kept')::int as kept
    from bulk_change_rows where change_id = ${changeId}::uuid`;
}

export function readUndone(result: unknown) {
  const [counts] = readRows(z.object({ undone: z.number(), kept: z.number() }), result);
  return counts ?? { undone: 0, kept: 0 };
}

/** What an undo needs of an act: which tag or field, not what was put there. */
function withoutValues(act: PlannedAct): PlannedAct {
  return "values" in act ? { ...act, values: [] } : act;
}
