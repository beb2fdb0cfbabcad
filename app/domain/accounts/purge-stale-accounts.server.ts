import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "./call-function.server";

const BATCH = 500;

const purgedSchema = z.object({
  sessions: z.number().int(),
  links: z.number().int(),
  devices: z.number().int(),
  factorResets: z.number().int(),
  accounts: z.number().int(),
});
type Purged = z.output<typeof purgedSchema>;

/**
 * Deletes what nobody needs any more: sessions 90 days after their end, links a
 * week after theirs, devices unused for a year, ways back to an account 90 days
 * after their link when nobody waits for them, and accounts that were not verified
 * within seven days. In batches, at most `maxBatches`; the rest is for the next night.
 */
export async function purgeStaleAccounts(input: { db: HttpDatabase; maxBatches: number }): Promise<Purged> {
  const total: Purged = { sessions: 0, links: 0, devices: 0, factorResets: 0, accounts: 0 };
  for (let batch = 0; batch < input.maxBatches; batch += 1) {
    const purged = await callFunction(input.db, sql`account_purge_stale(${BATCH}::int)`, purgedSchema);
    for (const kind of purgedSchema.keyof().options) total[kind] += purged[kind];
    if (Object.values(purged).every((count) => count === 0)) break;
  }
  return total;
}
