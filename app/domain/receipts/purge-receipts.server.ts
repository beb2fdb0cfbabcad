import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "../accounts/call-function.server";

const BATCH_SIZE = 5000;
const MAX_BATCHES = 50;

/** Forgets receipts older than their trend goes back, in batches; answers how many. */
export async function purgeReceipts(db: HttpDatabase): Promise<number> {
  let sum = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const purged = await callFunction(db, sql`purge_receipts(${BATCH_SIZE}::int)`, z.number().int());
    sum += purged;
    if (purged < BATCH_SIZE) break;
  }
  return sum;
}
