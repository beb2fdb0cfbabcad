import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { passwordChangedMail } from "./account-mails.server";
import type { ChangePassword } from "./accounts.schema";
import type { AccountsContext, StartedSession } from "./accounts-context";
import { callFunction, instantSchema } from "./call-function.server";
import { endedSessionsSchema } from "./ended-sessions";
import { hashPassword } from "./password.server";
import { requireNewPassword } from "./require-new-password.server";
import { type OwnAccount, requirePassword } from "./require-password.server";

const changedSchema = endedSessionsSchema.extend({ userId: z.uuid(), expiresAt: instantSchema });

/**
 * Sets a new password: every session of the user ends, and the browser that asked
 * gets a new one. The user is told by mail.
 * Throws `unauthenticated` when the session is over, `invalid` with the field,
 * `too_many`.
 */
export async function changePassword(
  ctx: AccountsContext,
  sessionId: string,
  input: ChangePassword,
): Promise<StartedSession> {
  const account = await requirePassword(ctx, sessionId, input.currentPassword, "currentPassword");
  if (input.newPassword === input.currentPassword) {
    const fields = { newPassword: "auth:errors.passwordSame" };
    throw new AppError("invalid", "errors:badRequest", { fields });
  }
  const context = [account.email, account.name, ...account.organizations];
  requireNewPassword(input.newPassword, context, "newPassword");
  const session = await replaceSessions(ctx, sessionId, account, input.newPassword);
  ctx.ports.later(() => ctx.ports.mail.send(passwordChangedMail(account, ctx.appUrl, session.sessionId)));
  return session;
}

async function replaceSessions(
  ctx: AccountsContext,
  oldSessionId: string,
  account: OwnAccount,
  newPassword: string,
): Promise<StartedSession> {
  const { hash, scheme } = await hashPassword(newPassword, ctx.bcryptCost);
  const sessionId = ctx.newId();
  const changed = await callFunction(
    ctx.db,
    sql`password_change(${oldSessionId}::uuid, ${account.passwordHash}, ${hash}, ${scheme}::int,
      ${sessionId}::uuid, ${JSON.stringify(ctx.visit)}::jsonb)`,
    changedSchema.nullable(),
  );
  // Another change came first and ended this session.
  if (!changed) throw new AppError("unauthenticated", "errors:sessionEnded");
  const ended = { orgIds: changed.organizations, sessionIds: changed.endedSessions };
  ctx.ports.later(() => ctx.ports.closeScreens(ended));
  return { sessionId, userId: changed.userId, expiresAt: changed.expiresAt };
}
