import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "../accounts/call-function.server";

const BATCH_SIZE = 200;

/** Writes the notifications of open announcements, some users at a time; answers how many users were gone through. */
export async function tellAnnouncements(job: { db: HttpDatabase; maxBatches: number }): Promise<number> {
  let seen = 0;
  for (let batch = 0; batch < job.maxBatches; batch++) {
    const told = await callFunction(
      job.db,
      sql`announcement_tell(${BATCH_SIZE}::int)`,
      z.number().int().nullable(),
    );
    if (told === null) break;
    seen += told;
  }
  return seen;
}
