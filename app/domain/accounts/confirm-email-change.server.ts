import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { emailChangedMail, emailMovedMail } from "./account-mails.server";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";
import { createEmailToken, hashEmailToken, UNDO_MINUTES } from "./email-token.server";

const changedSchema = z.object({ oldEmail: z.string(), newEmail: z.string(), language: z.enum(LANGUAGES) });

/**
 * Moves an account to the email that a link was sent to, once. Both emails are
 * told; the old one with a way back. False when the link is unknown, used or too
 * old, or the email was taken meanwhile.
 */
export async function confirmEmailChange(ctx: AccountsContext, token: string): Promise<boolean> {
  const undo = await createEmailToken();
  const undoId = ctx.newId();
  const changed = await callFunction(
    ctx.db,
    sql`email_change_confirm(${await hashEmailToken(token)}, ${undoId}::uuid, ${undo.hash}, ${UNDO_MINUTES}::int,
      ${ctx.visit.ip})`,
    changedSchema.nullable(),
  );
  if (!changed) return false;
  const { oldEmail, newEmail, language } = changed;
  const toOld = emailChangedMail({ email: oldEmail, language }, ctx.appUrl, undo.token, undoId);
  const toNew = emailMovedMail({ email: newEmail, language }, ctx.appUrl, undoId);
  ctx.ports.later(() => ctx.ports.mail.send(toOld));
  ctx.ports.later(() => ctx.ports.mail.send(toNew));
  return true;
}
