import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "../accounts/call-function.server";

const BATCH_SIZE = 1000;

/** Deletes notifications that are older than a year, in batches; answers how many. */
export async function purgeNotifications(job: {
  db: HttpDatabase;
  now: Date;
  maxBatches: number;
}): Promise<number> {
  let sum = 0;
  for (let batch = 0; batch < job.maxBatches; batch++) {
    const purged = await callFunction(
      job.db,
      sql`purge_notifications(${job.now.toISOString()}::timestamptz, ${BATCH_SIZE}::int)`,
      z.number().int(),
    );
    sum += purged;
    if (purged < BATCH_SIZE) break;
  }
  return sum;
}
