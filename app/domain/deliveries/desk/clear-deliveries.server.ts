import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";

const BATCH = 1000;

const countRow = z.object({ count: z.number() });
const droppedRow = z.object({
  dropped: z.object({
    months: z.array(z.string()),
    strays: z.number(),
    attempts: z.number(),
    replays: z.number(),
  }),
});

/** What a night took away: contents, whole months of lines, and what was as old elsewhere. */
export type ClearedDeliveries = { contents: number; months: string[]; rows: number };

/**
 * Takes away what shops sent once it is older than its organization keeps it, and lines of the log
 * after 90 days, in at most `maxBatches` batches of each; the next run goes on with the rest.
 */
export async function clearDeliveries(input: {
  db: HttpDatabase;
  now: Date;
  maxBatches: number;
}): Promise<ClearedDeliveries> {
  const { db, maxBatches } = input;
  const now = sql`${input.now.toISOString()}::timestamptz`;
  const cleared: ClearedDeliveries = { contents: 0, months: [], rows: 0 };
  for (let batch = 0; batch < maxBatches; batch += 1) {
    const result = await db.execute(sql`select clear_delivery_contents(${now}, ${BATCH}) as count`);
    const count = readRows(countRow, result)[0]?.count ?? 0;
    if (count === 0) break;
    cleared.contents += count;
  }
  for (let batch = 0; batch < maxBatches; batch += 1) {
    const result = await db.execute(sql`select drop_old_deliveries(${now}, ${BATCH}) as dropped`);
    const dropped = readRows(droppedRow, result)[0]?.dropped;
    const rows = dropped ? dropped.strays + dropped.attempts + dropped.replays : 0;
    cleared.months.push(...(dropped?.months ?? []));
    cleared.rows += rows;
    if (rows === 0) break;
  }
  return cleared;
}
