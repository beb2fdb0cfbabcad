import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { freeSlugs } from "../organizations/free-slugs";
import { alreadyRegisteredMail, verifyEmailMail } from "./account-mails.server";
import type { SignUp } from "./accounts.schema";
import type { AccountsContext } from "./accounts-context";
import { atLeast } from "./at-least";
import { addressSubject, emailSubject, requireAttempt } from "./attempt-policies.server";
import { callFunction } from "./call-function.server";
import { createEmailToken, TOKEN_MINUTES } from "./email-token.server";
import { flagSignUp } from "./flag-sign-up.server";
import { hashPassword } from "./password.server";
import { POLICY_VERSION } from "./privacy-policy";
import { requireNewPassword } from "./require-new-password.server";

/**
 * Makes a user with an organization of their own and mails the link that
 * verifies the email. An email that already has an account gets a mail that says
 * so instead; the answer here, its time included, is the same.
 * Throws `invalid` for a password that is not taken, `conflict` when the policy
 * changed meanwhile, `too_many`.
 */
export async function signUp(ctx: AccountsContext, input: SignUp): Promise<void> {
  await requireAttempt(ctx, "signUpByAddress", addressSubject(ctx));
  requireNewPassword(input.password, [input.email, input.name, input.organization], "password");
  if (input.policyVersion !== POLICY_VERSION) throw new AppError("conflict", "auth:errors.policyChanged");
  await requireAttempt(ctx, "signUpByEmail", await emailSubject(input.email));
  await atLeast(ctx.answerAfterMs, createAccount(ctx, input));
}

async function createAccount(ctx: AccountsContext, input: SignUp): Promise<void> {
  const { hash, scheme } = await hashPassword(input.password, ctx.bcryptCost);
  const { token, hash: tokenHash } = await createEmailToken();
  const tokenId = ctx.newId();
  const { slug, otherSlug } = freeSlugs(input.organization);
  const outcome = await callFunction(
    ctx.db,
    sql`account_sign_up(
      ${ctx.newId()}::uuid, ${input.email}, ${input.name}, ${hash}, ${scheme}::int, ${input.policyVersion},
      ${ctx.language}, ${ctx.newId()}::uuid, ${input.organization}, ${slug}, ${otherSlug},
      ${tokenId}::uuid, ${tokenHash}, ${TOKEN_MINUTES}::int, ${ctx.visit.ip})`,
    z.enum(["created", "renewed", "known"]),
  );
  const to = { email: input.email, language: ctx.language };
  const mail =
    outcome === "known"
      ? alreadyRegisteredMail(to, ctx.appUrl, tokenId)
      : verifyEmailMail(to, ctx.appUrl, token, tokenId);
  ctx.ports.later(() => ctx.ports.mail.send(mail));
  ctx.ports.later(() => flagSignUp(ctx, input.email));
}
