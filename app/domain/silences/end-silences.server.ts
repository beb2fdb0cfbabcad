import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";

const MOST = 1_000;

const endedRow = z.object({ orgId: z.uuid() });

/** Ends silences that a delivery or a pause has ended; answers of which organizations, once for each silence. */
export async function endSilences(job: { db: HttpDatabase; now: Date }): Promise<string[]> {
  const ended = await job.db.execute(
    sql`select org_id as "orgId" from end_silences(${job.now.toISOString()}::timestamptz, ${MOST}::int)`,
  );
  return readRows(endedRow, ended).map(({ orgId }) => orgId);
}
