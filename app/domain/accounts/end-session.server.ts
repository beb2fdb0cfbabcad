import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";

/** Ends another session of the same user. Throws `conflict` when it is not theirs, or over. */
export async function endSession(ctx: AccountsContext, sessionId: string, otherId: string): Promise<void> {
  const orgIds = await callFunction(
    ctx.db,
    sql`session_end_other(${sessionId}::uuid, ${otherId}::uuid, ${ctx.visit.ip})`,
    z.array(z.uuid()).nullable(),
  );
  if (!orgIds) throw new AppError("conflict", "account:sessions.gone");
  ctx.ports.later(() => ctx.ports.closeScreens({ orgIds, sessionIds: [otherId] }));
}
