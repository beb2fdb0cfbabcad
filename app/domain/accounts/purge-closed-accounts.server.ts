import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "./call-function.server";

const BATCH = 20;

/** Deletes accounts that closed more than 30 days ago, in batches; answers how many. */
export async function purgeClosedAccounts(input: {
  db: HttpDatabase;
  now: Date;
  maxBatches: number;
}): Promise<number> {
  let purged = 0;
  for (let batch = 0; batch < input.maxBatches; batch++) {
    const call = sql`purge_accounts(${input.now.toISOString()}::timestamptz, ${BATCH})`;
    const count = await callFunction(input.db, call, z.number());
    purged += count;
    if (count < BATCH) break;
  }
  return purged;
}
