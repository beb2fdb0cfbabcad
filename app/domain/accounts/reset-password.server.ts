import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { passwordChangedMail } from "./account-mails.server";
import type { AccountsContext } from "./accounts-context";
import { attemptKey, emailSubject } from "./attempt-policies.server";
import { callFunction } from "./call-function.server";
import { hashEmailToken } from "./email-token.server";
import { endedSessionsSchema } from "./ended-sessions";
import { findLink } from "./find-link.server";
import { hashPassword } from "./password.server";
import { requireNewPassword } from "./require-new-password.server";

const resetSchema = endedSessionsSchema.extend({ email: z.string(), language: z.enum(LANGUAGES) });

/**
 * Sets a new password by a link from a mail, once. Every session of the user
 * ends, and none begins: a second factor is asked for at the log-in. Attempts on
 * the account are forgotten, so that whoever used them up keeps nobody out.
 * False when the link is unknown, used or too old; throws `invalid`.
 */
export async function resetPassword(
  ctx: AccountsContext,
  input: { token: string; newPassword: string },
): Promise<boolean> {
  const link = await findLink(ctx, input.token, "reset_password");
  if (!link) return false;
  requireNewPassword(input.newPassword, [link.accountEmail, link.name, ...link.organizations], "newPassword");
  const { hash, scheme } = await hashPassword(input.newPassword, ctx.bcryptCost);
  const reset = await callFunction(
    ctx.db,
    sql`password_reset(${await hashEmailToken(input.token)}, ${hash}, ${scheme}::int, ${ctx.visit.ip})`,
    resetSchema.nullable(),
  );
  if (!reset) return false;
  const { email, language, organizations: orgIds, endedSessions: sessionIds } = reset;
  ctx.ports.later(() => ctx.ports.closeScreens({ orgIds, sessionIds }));
  ctx.ports.later(() =>
    ctx.ports.mail.send(passwordChangedMail({ email, language }, ctx.appUrl, ctx.newId())),
  );
  ctx.ports.later(async () =>
    ctx.ports.limits.forget(attemptKey("logInByAccount", await emailSubject(email))),
  );
  return true;
}
