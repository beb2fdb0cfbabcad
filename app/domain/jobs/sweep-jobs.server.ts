import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";
import type { JobPort } from "../context";

const MOST = 200;
const placeRow = z.object({ org_id: z.uuid(), id: z.uuid() });

/** Sends again for jobs that nobody works on, because their message or their worker was lost. Answers how many. */
export async function sweepJobs(input: { db: HttpDatabase; wake: JobPort["wake"] }): Promise<number> {
  const result = await input.db.execute(sql`select org_id, id from list_stale_jobs(${MOST})`);
  const stale = readRows(placeRow, result);
  for (const { org_id, id } of stale) await input.wake(org_id, id);
  return stale.length;
}
