import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";

const BATCH = 5000;

/**
 * Forgets bulk changes that are older than 30 days, at most `maxBatches` batches of
 * rows; the next run goes on with the rest. Answers how many rows went.
 */
export async function purgeBulkChanges(input: {
  db: HttpDatabase;
  now: Date;
  maxBatches: number;
}): Promise<number> {
  const call = sql`select purge_bulk_changes(${input.now.toISOString()}::timestamptz, ${BATCH}) as count`;
  let purged = 0;
  for (let batch = 0; batch < input.maxBatches; batch++) {
    const [row] = readRows(z.object({ count: z.number().int() }), await input.db.execute(call));
    if (!row || row.count === 0) break;
    purged += row.count;
  }
  return purged;
}
