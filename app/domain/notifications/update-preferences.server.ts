import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "../accounts/accounts-context";
import { callFunction } from "../accounts/call-function.server";
import type { NotificationPreferences } from "./notification.schema";

/** Keeps what the session's own user chose. Throws `unauthenticated` when the session is over. */
export async function updatePreferences(
  ctx: AccountsContext,
  sessionId: string,
  { productMail, productInApp, policyInApp }: NotificationPreferences,
): Promise<void> {
  const isKept = await callFunction(
    ctx.db,
    sql`notification_preferences_update(${sessionId}::uuid, ${productMail}::boolean, ${productInApp}::boolean,
      ${policyInApp}::boolean, ${ctx.visit.ip})`,
    z.boolean(),
  );
  if (!isKept) throw new AppError("unauthenticated", "errors:sessionEnded");
}
