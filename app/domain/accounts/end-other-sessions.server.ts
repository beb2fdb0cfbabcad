import { sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";
import { endedSessionsSchema } from "./ended-sessions";

/** Ends every session of the user but this one. Throws `unauthenticated` when this one is over. */
export async function endOtherSessions(ctx: AccountsContext, sessionId: string): Promise<void> {
  const ended = await callFunction(
    ctx.db,
    sql`session_end_others(${sessionId}::uuid, ${ctx.visit.ip})`,
    endedSessionsSchema.nullable(),
  );
  if (!ended) throw new AppError("unauthenticated", "errors:sessionEnded");
  const { organizations: orgIds, endedSessions: sessionIds } = ended;
  ctx.ports.later(() => ctx.ports.closeScreens({ orgIds, sessionIds }));
}
