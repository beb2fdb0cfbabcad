import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { callFunction } from "../accounts/call-function.server";

const PAGE = 50;

/**
 * Counts deliveries by the hour, of connections that had some since they were
 * counted; at most `maxPages` of 50 connections, the next run goes on. Answers how
 * many times a connection was counted: a long past takes several.
 */
export async function countHours(job: { db: HttpDatabase; now: Date; maxPages: number }): Promise<number> {
  let sum = 0;
  for (let page = 0; page < job.maxPages; page++) {
    const counted = await callFunction(
      job.db,
      sql`count_connection_hours(${job.now.toISOString()}::timestamptz, ${PAGE}::int)`,
      z.number().int(),
    );
    sum += counted;
    if (counted === 0) break;
  }
  return sum;
}
