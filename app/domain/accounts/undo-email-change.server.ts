import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { resetPasswordMail } from "./account-mails.server";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";
import { createEmailToken, hashEmailToken, TOKEN_MINUTES } from "./email-token.server";
import { endedSessionsSchema } from "./ended-sessions";
import { hashPassword } from "./password.server";

const undoneSchema = endedSessionsSchema.extend({ email: z.string(), language: z.enum(LANGUAGES) });

/**
 * Gives an account back to the email that it was moved away from. Whoever moved
 * it may know the password: every session ends, the password works no more, and
 * the token of a link for a new one is given back (and mailed, should the browser
 * be closed before). Null when the link is unknown, used or too old.
 */
export async function undoEmailChange(
  ctx: AccountsContext,
  token: string,
): Promise<{ resetToken: string } | null> {
  const reset = await createEmailToken();
  const resetId = ctx.newId();
  const { token: nobodysPassword } = await createEmailToken();
  const locked = await hashPassword(nobodysPassword, ctx.bcryptCost);
  const undone = await callFunction(
    ctx.db,
    sql`email_change_undo(${await hashEmailToken(token)}, ${locked.hash}, ${locked.scheme}::int, ${resetId}::uuid,
      ${reset.hash}, ${TOKEN_MINUTES}::int, ${ctx.visit.ip})`,
    undoneSchema.nullable(),
  );
  if (!undone) return null;
  const { email, language, organizations: orgIds, endedSessions: sessionIds } = undone;
  ctx.ports.later(() => ctx.ports.closeScreens({ orgIds, sessionIds }));
  ctx.ports.later(() =>
    ctx.ports.mail.send(resetPasswordMail({ email, language }, ctx.appUrl, reset.token, resetId)),
  );
  return { resetToken: reset.token };
}
