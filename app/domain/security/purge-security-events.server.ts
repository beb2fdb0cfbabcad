import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";

const BATCH_SIZE = 1000;

const purgedRow = z.object({ purged: z.number().int() });

/** Deletes signs that are older than 90 days, in batches; answers how many. */
export async function purgeSecurityEvents(job: {
  db: HttpDatabase;
  now: Date;
  maxBatches: number;
}): Promise<number> {
  let sum = 0;
  for (let batch = 0; batch < job.maxBatches; batch++) {
    const [row] = readRows(
      purgedRow,
      await job.db.execute(
        sql`select purge_security_events(${job.now.toISOString()}::timestamptz, ${BATCH_SIZE}) as purged`,
      ),
    );
    sum += row?.purged ?? 0;
    if (!row || row.purged === 0) break;
  }
  return sum;
}
