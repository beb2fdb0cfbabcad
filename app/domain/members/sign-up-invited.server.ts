import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "../accounts/accounts-context";
import { addressSubject, requireAttempt } from "../accounts/attempt-policies.server";
import { callFunction } from "../accounts/call-function.server";
import { hashEmailToken } from "../accounts/email-token.server";
import { hashPassword } from "../accounts/password.server";
import { PASSWORD_ERRORS } from "../accounts/password-errors";
import { refusePassword } from "../accounts/password-policy.server";
import { POLICY_VERSION } from "../accounts/privacy-policy";
import { findInvitation } from "./find-invitation.server";
import type { SignUpInvited } from "./members.schema";

const answerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("joined"), slug: z.string() }),
  z.object({ outcome: z.enum(["known", "expired"]) }),
]);

/**
 * Makes a user who is a member at once: the link was mailed to them, so the email
 * is verified by it. Gives the organization's slug, or null when the invitation
 * is gone or its email has an account by now.
 * Throws `invalid` for a password that is not taken, `conflict` when the policy
 * changed meanwhile, `too_many`.
 */
export async function signUpInvited(
  ctx: AccountsContext,
  token: string,
  input: SignUpInvited,
): Promise<{ slug: string } | null> {
  await requireAttempt(ctx, "signUpByAddress", addressSubject(ctx));
  const invitation = await findInvitation(ctx, token);
  if (!invitation || invitation.hasAccount) return null;
  const refusal = refusePassword(input.password, [invitation.email, input.name, invitation.organization]);
  if (refusal)
    throw new AppError("invalid", "errors:badRequest", { fields: { password: PASSWORD_ERRORS[refusal] } });
  if (input.policyVersion !== POLICY_VERSION) throw new AppError("conflict", "auth:errors.policyChanged");
  const { hash, scheme } = await hashPassword(input.password, ctx.bcryptCost);
  const answer = await callFunction(
    ctx.db,
    sql`account_sign_up_invited(${await hashEmailToken(token)}, ${ctx.newId()}::uuid, ${input.name}, ${hash},
      ${scheme}::int, ${input.policyVersion}, ${ctx.language}, ${ctx.visit.ip})`,
    answerSchema,
  );
  return answer.outcome === "joined" ? { slug: answer.slug } : null;
}
