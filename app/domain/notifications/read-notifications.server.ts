import { sql } from "drizzle-orm";
import * as z from "zod";
import type { AccountsContext } from "../accounts/accounts-context";
import { callFunction } from "../accounts/call-function.server";

/** Marks one of the user's own notifications as read, or all of them; somebody else's stays as it is. */
export async function readNotifications(
  ctx: Pick<AccountsContext, "db">,
  sessionId: string,
  { id }: { id?: string | undefined },
): Promise<void> {
  await callFunction(ctx.db, sql`notifications_read(${sessionId}::uuid, ${id ?? null}::uuid)`, z.number());
}
