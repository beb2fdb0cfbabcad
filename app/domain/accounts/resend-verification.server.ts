import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { verifyEmailMail } from "./account-mails.server";
import type { AccountsContext } from "./accounts-context";
import { atLeast } from "./at-least";
import { addressSubject, emailSubject, requireAttempt } from "./attempt-policies.server";
import { callFunction } from "./call-function.server";
import { createEmailToken, TOKEN_MINUTES } from "./email-token.server";

/**
 * Mails a new link when the email waits for its verification, and nothing
 * otherwise; the answer and its time are the same. Throws `too_many`.
 */
export async function resendVerification(ctx: AccountsContext, input: { email: string }): Promise<void> {
  await requireAttempt(ctx, "resendByAddress", addressSubject(ctx));
  await requireAttempt(ctx, "resendByEmail", await emailSubject(input.email));
  await atLeast(ctx.answerAfterMs, renewVerification(ctx, input.email));
}

/** Makes earlier links void and mails a new one, if the email is unverified. */
export async function renewVerification(ctx: AccountsContext, email: string): Promise<void> {
  const { token, hash } = await createEmailToken();
  const tokenId = ctx.newId();
  const user = await callFunction(
    ctx.db,
    sql`account_renew_verification(${email}, ${tokenId}::uuid, ${hash}, ${TOKEN_MINUTES}::int)`,
    z.object({ language: z.enum(LANGUAGES) }).nullable(),
  );
  if (!user) return;
  const mail = verifyEmailMail({ email, language: user.language }, ctx.appUrl, token, tokenId);
  ctx.ports.later(() => ctx.ports.mail.send(mail));
}
