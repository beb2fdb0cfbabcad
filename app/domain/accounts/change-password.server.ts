import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { AppError } from "~/lib/app-error";
import { passwordChangedMail } from "./account-mails.server";
import type { ChangePassword } from "./accounts.schema";
import type { AccountsContext, StartedSession } from "./accounts-context";
import { attemptKey, requireAttempt } from "./attempt-policies.server";
import { callFunction, instantSchema } from "./call-function.server";
import { hashPassword, verifyPassword } from "./password.server";
import { PASSWORD_ERRORS } from "./password-errors";
import { refusePassword } from "./password-policy.server";

const accountSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  passwordHash: z.string(),
  passwordScheme: z.number().int(),
  organizations: z.array(z.string()),
});
type Account = z.output<typeof accountSchema>;

const changedSchema = z.object({
  userId: z.uuid(),
  expiresAt: instantSchema,
  endedSessions: z.array(z.uuid()),
  organizations: z.array(z.uuid()),
});

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
  const account = await callFunction(
    ctx.db,
    sql`account_find_for_password_change(${sessionId}::uuid)`,
    accountSchema.nullable(),
  );
  if (!account) throw new AppError("unauthenticated", "errors:sessionEnded");
  await requireAttempt(ctx, "passwordChange", account.id);
  await requireRightChange(ctx, account, input);
  const session = await replaceSessions(ctx, sessionId, account, input.newPassword);
  ctx.ports.later(() => ctx.ports.limits.forget(attemptKey("passwordChange", account.id)));
  ctx.ports.later(() => ctx.ports.mail.send(passwordChangedMail(account, ctx.appUrl, session.sessionId)));
  return session;
}

async function requireRightChange(
  ctx: AccountsContext,
  account: Account,
  input: ChangePassword,
): Promise<void> {
  const refuse = (field: keyof ChangePassword, key: string) =>
    new AppError("invalid", "errors:badRequest", { fields: { [field]: key } });
  const stored = { hash: account.passwordHash, scheme: account.passwordScheme };
  const { isRight } = await verifyPassword(input.currentPassword, stored, ctx.bcryptCost);
  if (!isRight) throw refuse("currentPassword", "errors:accounts.currentPasswordWrong");
  if (input.newPassword === input.currentPassword) throw refuse("newPassword", "auth:errors.passwordSame");
  const context = [account.email, account.name, ...account.organizations];
  const refusal = refusePassword(input.newPassword, context);
  if (refusal) throw refuse("newPassword", PASSWORD_ERRORS[refusal]);
}

async function replaceSessions(
  ctx: AccountsContext,
  oldSessionId: string,
  account: Account,
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
