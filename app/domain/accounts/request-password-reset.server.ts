import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { resetPasswordMail } from "./account-mails.server";
import type { AccountsContext } from "./accounts-context";
import { atLeast } from "./at-least";
import { addressSubject, emailSubject, requireAttempt } from "./attempt-policies.server";
import { callFunction } from "./call-function.server";
import { createEmailToken, TOKEN_MINUTES } from "./email-token.server";
import { renewVerification } from "./resend-verification.server";

/**
 * Mails a link for a new password when the email has an account; one that waits
 * for its verification gets that link instead, and an unknown email nothing. The
 * answer and its time are the same. Throws `too_many`.
 */
export async function requestPasswordReset(ctx: AccountsContext, input: { email: string }): Promise<void> {
  await requireAttempt(ctx, "resetByAddress", addressSubject(ctx));
  await requireAttempt(ctx, "resetByEmail", await emailSubject(input.email));
  await atLeast(ctx.answerAfterMs, mailLink(ctx, input.email));
}

async function mailLink(ctx: AccountsContext, email: string): Promise<void> {
  const { token, hash } = await createEmailToken();
  const tokenId = ctx.newId();
  const user = await callFunction(
    ctx.db,
    sql`account_request_reset(${email}, ${tokenId}::uuid, ${hash}, ${TOKEN_MINUTES}::int)`,
    z.object({ language: z.enum(LANGUAGES) }).nullable(),
  );
  ctx.ports.later(() =>
    user
      ? ctx.ports.mail.send(resetPasswordMail({ email, ...user }, ctx.appUrl, token, tokenId))
      : renewVerification(ctx, email),
  );
}
