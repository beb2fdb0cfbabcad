import { sql } from "drizzle-orm";
import * as z from "zod";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";

/** Ends the session for good, also for whoever copied its token. A second time changes nothing. */
export async function logOut(ctx: AccountsContext, sessionId: string): Promise<void> {
  const orgIds = await callFunction(
    ctx.db,
    sql`session_end(${sessionId}::uuid, 'logged_out', ${ctx.visit.ip})`,
    z.array(z.uuid()).nullable(),
  );
  if (orgIds) ctx.ports.later(() => ctx.ports.closeScreens({ orgIds, sessionIds: [sessionId] }));
}
