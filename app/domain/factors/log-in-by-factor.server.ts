import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { StartedSession } from "../accounts/accounts-context";
import { announceSession } from "../accounts/announce-session.server";
import { refuseAtLeast } from "../accounts/at-least";
import { attemptKey, requireAttempt } from "../accounts/attempt-policies.server";
import { callFunction, instantSchema } from "../accounts/call-function.server";
import { noteFailedLogIn } from "../accounts/note-failed-log-in.server";
import { checkCode } from "./check-code.server";
import { checkPasskey } from "./check-passkey.server";
import { type GivenProof, refusalOf } from "./confirm-identity.server";
import type { FactorsContext } from "./factors-context";
import { type Factors, findFactorsAfterPassword } from "./factors-queries.server";
import { type Proof, proofParameter } from "./proof.server";
import { tellUser } from "./tell-user.server";

/** Who gave the right password a moment ago. */
export type FirstStep = {
  userId: string;
  /** Hex SHA-256 of the password's hash: a password changed meanwhile ends the log-in. */
  fingerprint: string;
  /** Used up by the session that it leads to. */
  token: string;
};

type SecondStep = Exclude<GivenProof, { method: "password" }>;

/**
 * The second step of a log-in: a code, a recovery code or a passkey starts a new session.
 * Refusals take the same time, whatever was wrong.
 * Throws `invalid` with the field, `conflict` when the first step no longer counts, `too_many`.
 */
export function logInByFactor(
  ctx: FactorsContext,
  first: FirstStep,
  given: SecondStep,
): Promise<StartedSession> {
  return refuseAtLeast(ctx.answerAfterMs, startByFactor(ctx, first, given));
}

async function startByFactor(
  ctx: FactorsContext,
  first: FirstStep,
  given: SecondStep,
): Promise<StartedSession> {
  const factors = await findFactorsAfterPassword(ctx, first);
  if (!factors) throw new AppError("conflict", "errors:factors.startOver");
  await requireAttempt(ctx, "secondStep", first.userId);
  const proof = await checkSecondStep(ctx, factors, given);
  if (!proof) throw refuse(ctx, first, given);
  const sessionId = ctx.newId();
  const started = await callFunction(
    ctx.db,
    sql`session_start_by_factor(${first.userId}::uuid, ${first.fingerprint}, ${first.token},
      ${proofParameter(proof)}, ${sessionId}::uuid, ${JSON.stringify(ctx.visit)}::jsonb)`,
    z.object({ expiresAt: instantSchema }).nullable(),
  );
  if (!started) throw refuse(ctx, first, given);
  ctx.ports.later(() => ctx.ports.limits.forget(attemptKey("secondStep", first.userId)));
  if (proof.kind === "recovery")
    tellUser(ctx, factors.user, "codeUsed", { left: factors.recoveryCodesLeft - 1 });
  const session = { sessionId, userId: first.userId, expiresAt: started.expiresAt };
  ctx.ports.later(() => announceSession(ctx, session));
  return session;
}

/** A second step that is not right; the right password makes it worth an Admin's look. */
function refuse(ctx: FactorsContext, { userId }: FirstStep, { method }: SecondStep): AppError {
  noteFailedLogIn(ctx, "login_failed", userId);
  return refusalOf(method);
}

async function checkSecondStep(
  ctx: FactorsContext,
  factors: Factors,
  given: SecondStep,
): Promise<Proof | null> {
  if (given.method === "code") return checkCode(ctx, factors, given.code);
  const passkey = factors.passkeys.find((one) => one.credentialId === given.answer.id);
  return passkey ? checkPasskey(ctx, passkey, given) : null;
}
