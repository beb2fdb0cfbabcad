import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { StartedSession } from "../accounts/accounts-context";
import { announceSession } from "../accounts/announce-session.server";
import { refuseAtLeast } from "../accounts/at-least";
import { addressSubject, requireAttempt } from "../accounts/attempt-policies.server";
import { callFunction, instantSchema } from "../accounts/call-function.server";
import { checkPasskey, type PasskeyAnswer } from "./check-passkey.server";
import type { FactorsContext } from "./factors-context";
import { findPasskey } from "./factors-queries.server";
import { proofParameter } from "./proof.server";

/**
 * Starts a session for a passkey alone: device and its unlocking are two factors.
 * A passkey that nobody has is refused no sooner than a wrong answer of one that somebody has.
 * Throws `invalid` when it is nobody's, wrong or its challenge was used; `too_many`.
 */
export function logInByPasskey(ctx: FactorsContext, given: PasskeyAnswer): Promise<StartedSession> {
  return refuseAtLeast(ctx.answerAfterMs, startByPasskey(ctx, given));
}

async function startByPasskey(ctx: FactorsContext, given: PasskeyAnswer): Promise<StartedSession> {
  await requireAttempt(ctx, "passkeyByAddress", addressSubject(ctx));
  const passkey = await findPasskey(ctx, given.answer.id);
  const proof = passkey && (await checkPasskey(ctx, passkey, given));
  if (!proof) throw new AppError("invalid", "errors:factors.passkeyWrong");
  const sessionId = ctx.newId();
  const started = await callFunction(
    ctx.db,
    sql`session_start_by_passkey(${passkey.userId}::uuid, ${proofParameter(proof)}, ${sessionId}::uuid,
      ${JSON.stringify(ctx.visit)}::jsonb)`,
    z.object({ expiresAt: instantSchema }).nullable(),
  );
  if (!started) throw new AppError("invalid", "errors:factors.passkeyWrong");
  const session = { sessionId, userId: passkey.userId, expiresAt: started.expiresAt };
  ctx.ports.later(() => announceSession(ctx, session));
  return session;
}
