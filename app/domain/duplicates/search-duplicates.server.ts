import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { logError } from "~/lib/log";
import { findDuplicates } from "./find-duplicates.server";

const STEP = 300;
const MOST_ORGANIZATIONS = 50;

const orgRow = z.object({ orgId: z.uuid() });

/**
 * Looks for duplicates in every organization with customers that changed, in turns
 * and at most `maxSteps` of 300 customers in all; the next run goes on. Answers how
 * many customers were compared.
 */
export async function searchDuplicates(input: {
  orm: HttpDatabase;
  now: () => Date;
  maxSteps: number;
}): Promise<number> {
  const { orm, now } = input;
  const result = await orm.execute(
    sql`select org_id as "orgId" from list_duplicate_searches(${MOST_ORGANIZATIONS})`,
  );
  let open = readRows(orgRow, result).map(({ orgId }) => orgId);
  let [compared, steps] = [0, 0];
  while (open.length > 0) {
    const going: string[] = [];
    for (const orgId of open) {
      if (steps++ >= input.maxSteps) return compared;
      const count = await stepOf({ orm, orgId, now: now() });
      compared += count;
      if (count === STEP) going.push(orgId);
    }
    open = going;
  }
  return compared;
}

/** One organization whose search fails does not keep the others from theirs. */
async function stepOf({ orm, orgId, now }: { orm: HttpDatabase; orgId: string; now: Date }): Promise<number> {
  try {
    return await findDuplicates({ db: new JobDb(orm, orgId), now, limit: STEP });
  } catch (error) {
    logError("duplicates.not_searched", { orgId, error });
    return 0;
  }
}
