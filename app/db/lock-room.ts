import { type SQL, sql } from "drizzle-orm";

/**
 * The statement to put before one that counts how many of something the
 * organization has: others who count them wait for the end of the transaction, so
 * that of two at once the second sees what the first made.
 */
export const lockRoom = (things: string): SQL =>
  sql`select pg_advisory_xact_lock(hashtextextended(${things} || ':' || app_org_id(), 0))`;
