import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { jobs } from "~/db/schema/jobs";
import type { ArchivePort } from "../context";
import { exportPrefix } from "./export-cursor";

const MOST_JOBS = 50;
const MOST_PARTS = 1000;

/** Deletes exports whose time is over, at most `MOST_JOBS` a run. Answers how many are gone. */
export async function expireExports(input: {
  db: HttpDatabase;
  archive: ArchivePort;
  now: Date;
}): Promise<number> {
  const call = sql`select org_id, id from list_expired_jobs(${input.now.toISOString()}::timestamptz, ${MOST_JOBS})`;
  const expired = readRows(z.object({ org_id: z.uuid(), id: z.uuid() }), await input.db.execute(call));
  let gone = 0;
  for (const { org_id, id } of expired) {
    // What does not fit into one list goes with the next run.
    const deleted = await input.archive.deleteSome(exportPrefix(org_id, id), MOST_PARTS);
    if (deleted === MOST_PARTS) continue;
    const db = new JobDb(input.db, org_id);
    await db.run([db.orm.update(jobs).set({ result: null, expiresAt: null }).where(eq(jobs.id, id))]);
    gone += 1;
  }
  return gone;
}
