import { sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { type BackfillProgress, progressSchema } from "./backfill-progress";

type Door = { db: JobDb };
type Which = { connectionId: string; since: string | null; isResumed: boolean };

const stoppedSchema = z.object({ since: z.string().nullable(), progress: progressSchema });

/** Keeps how far a backfill has come beyond its job, which forgets it when it is stopped or fails. */
export async function keepStopped({ db }: Door, which: Which, progress: BackfillProgress): Promise<void> {
  const stopped = JSON.stringify({ backfill: { since: which.since, progress: { ...progress, waits: 0 } } });
  await db.run([
    db.orm.execute(sql`
      update shop_polls set marks = marks || ${stopped}::jsonb
      where connection_id = ${which.connectionId}::uuid`),
  ]);
}

/** Where the backfill before this one was stopped, when this one is to go on with it; null to begin anew. */
export async function findStopped({ db }: Door, which: Which): Promise<BackfillProgress | null> {
  if (!which.isResumed) return null;
  const [result] = await db.run([
    db.orm.execute(sql`
      select marks -> 'backfill' as stopped from shop_polls where connection_id = ${which.connectionId}::uuid`),
  ]);
  const [row] = readRows(z.object({ stopped: stoppedSchema.nullable() }), result);
  const stopped = row?.stopped;
  return stopped && stopped.since === which.since ? stopped.progress : null;
}
