import { sql } from "drizzle-orm";
import * as z from "zod";
import { callFunction } from "../accounts/call-function.server";
import type { FactorsContext } from "./factors-context";

/**
 * Refuses unless the person of the session proved in the last ten minutes that it
 * is them; the log-in counts. Throws `forbidden` with `errors:confirmFirst`, or
 * `unauthenticated` when the session is over.
 */
export async function requireFreshSession(ctx: Pick<FactorsContext, "db">, sessionId: string): Promise<void> {
  await callFunction(ctx.db, sql`session_require_fresh(${sessionId}::uuid)`, z.uuid());
}
