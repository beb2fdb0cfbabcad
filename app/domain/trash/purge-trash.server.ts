import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";

const BATCH = 500;

/**
 * Deletes for good what has lain in the trash for 30 days, in batches of one
 * organization each, at most `maxBatches` of them; the next run goes on with the
 * rest. Answers how many records went.
 */
export async function purgeTrash(input: {
  db: HttpDatabase;
  now: Date;
  maxBatches: number;
}): Promise<{ purged: number; batches: number }> {
  let purged = 0;
  for (let batches = 0; batches < input.maxBatches; batches++) {
    const count = await purgeBatch(input.db, input.now);
    if (count === 0) return { purged, batches };
    purged += count;
  }
  return { purged, batches: input.maxBatches };
}

async function purgeBatch(db: HttpDatabase, now: Date): Promise<number> {
  const call = sql`select purge_trash(${now.toISOString()}::timestamptz, ${BATCH}) as count`;
  const [row] = readRows(z.object({ count: z.number().int() }), await db.execute(call));
  return row?.count ?? 0;
}
