import { sql } from "drizzle-orm";

/**
 * The first statement of a write that must not fall between a job's reading and writing of the
 * same rows: writers of one organization take turns, deliveries included.
 */
export const takeTurn = sql`select pg_advisory_xact_lock(hashtextextended('apply:' || app_org_id()::text, 0))`;
