import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "../accounts/call-function.server";

const BATCH = 5_000;

/** Deletes hours after 13 weeks and silences after 400 days, in batches; answers how many rows. */
export async function purgeHours(job: { db: HttpDatabase; now: Date; maxBatches: number }): Promise<number> {
  let sum = 0;
  for (let batch = 0; batch < job.maxBatches; batch++) {
    const purged = await callFunction(
      job.db,
      sql`purge_connection_hours(${job.now.toISOString()}::timestamptz, ${BATCH}::int)`,
      z.number().int(),
    );
    sum += purged;
    if (purged < BATCH) break;
  }
  return sum;
}
