import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "~/domain/accounts/call-function.server";

const BATCH = 500;

/** Forgets approvals whose time is over, at most `maxBatches` pages; how many they were. */
export async function purgeHandovers(input: { db: HttpDatabase; maxBatches: number }): Promise<number> {
  let purged = 0;
  for (let batch = 0; batch < input.maxBatches; batch++) {
    const count = await callFunction(input.db, sql`purge_handovers(${BATCH})`, z.number());
    purged += count;
    if (count < BATCH) break;
  }
  return purged;
}
