import * as z from "zod";
import { type SocketDatabase, withSocket } from "./client";
import { fromDatabaseError } from "./database-error";

export type OrgTransaction = SocketDatabase;

const uuid = z.uuid();

// A job finds rows by their keys, a few among millions. Postgres knows how many rows an
// organization has on average, and would join one far above that by reading all of it.
const LOOK_UPS = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";

/**
 * One interactive transaction of a job in one organization. BEGIN, the tenant and
 * the organization's advisory lock share the first round trip, COMMIT is the last
 * one: `work` should need two at most. The lock makes writers of one organization
 * take turns, across isolates.
 */
export async function inOrgTransaction<T>(
  databaseUrl: string,
  orgId: string,
  work: (tx: OrgTransaction) => Promise<T>,
): Promise<T> {
  // The statements go as text, because they share one simple query; a parsed uuid is safe in it.
  const org = uuid.parse(orgId);
  try {
    return await withSocket(databaseUrl, async (db, run) => {
      await run(
        `BEGIN; ${LOOK_UPS}; SELECT enter_job('${org}'); SELECT pg_advisory_xact_lock(hashtextextended('apply:${org}', 0))`,
      );
      const result = await work(db);
      await run("COMMIT");
      return result;
    });
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
