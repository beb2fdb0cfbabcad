import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { changeEmailMail, emailInUseMail } from "./account-mails.server";
import { findFreshAccount } from "./account-queries.server";
import type { ChangeEmail } from "./accounts.schema";
import type { AccountsContext } from "./accounts-context";
import { addressSubject, emailSubject, requireAttempt } from "./attempt-policies.server";
import { callFunction } from "./call-function.server";
import { createEmailToken, TOKEN_MINUTES } from "./email-token.server";

/**
 * Mails a link to the new email; nothing changes before it is opened. An email
 * that has an account gets a mail that says so, and the answer here is the same.
 * Throws `unauthenticated` when the session is over, `forbidden` with
 * `errors:confirmFirst`, `invalid` with the field, `too_many`.
 */
export async function requestEmailChange(
  ctx: AccountsContext,
  sessionId: string,
  input: ChangeEmail,
): Promise<void> {
  const account = await findFreshAccount(ctx, sessionId);
  if (!account) throw new AppError("unauthenticated", "errors:sessionEnded");
  if (input.email === account.email) {
    throw new AppError("invalid", "errors:badRequest", { fields: { email: "account:email.same" } });
  }
  await requireAttempt(ctx, "emailChangeByAddress", addressSubject(ctx));
  await requireAttempt(ctx, "emailChangeByAccount", account.id);
  await requireAttempt(ctx, "emailChangeByEmail", await emailSubject(input.email));
  const { token, hash } = await createEmailToken();
  const tokenId = ctx.newId();
  const outcome = await callFunction(
    ctx.db,
    sql`email_change_request(${sessionId}::uuid, ${input.email}, ${tokenId}::uuid, ${hash}, ${TOKEN_MINUTES}::int,
      ${ctx.visit.ip})`,
    z.enum(["requested", "taken"]),
  );
  const to = { email: input.email, language: account.language };
  const mail =
    outcome === "taken"
      ? emailInUseMail(to, ctx.appUrl, tokenId)
      : changeEmailMail(to, ctx.appUrl, token, tokenId);
  ctx.ports.later(() => ctx.ports.mail.send(mail));
}
