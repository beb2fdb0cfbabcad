import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { attemptKey, requireAttempt } from "../accounts/attempt-policies.server";
import { callFunction } from "../accounts/call-function.server";
import { verifyPassword } from "../accounts/password.server";
import { checkCode } from "./check-code.server";
import { checkPasskey, type PasskeyAnswer } from "./check-passkey.server";
import type { FactorsContext } from "./factors-context";
import { getFactors, type OwnFactors } from "./factors-queries.server";
import { type Proof, proofParameter } from "./proof.server";

/** What a person gives to prove who they are. */
export type GivenProof =
  | { method: "password"; password: string }
  | { method: "code"; code: string }
  | ({ method: "passkey" } & PasskeyAnswer);

const storedSchema = z.object({ passwordHash: z.string(), passwordScheme: z.number().int() });

/**
 * Notes that the person of the session proved again who they are: with a second
 * factor where they have one, else with the password.
 * Throws `invalid` with the field, `too_many`, `unauthenticated`.
 */
export async function confirmIdentity(
  ctx: FactorsContext,
  sessionId: string,
  given: GivenProof,
): Promise<void> {
  const factors = await getFactors(ctx, sessionId);
  await requireAttempt(ctx, "confirmIdentity", factors.user.id);
  const proof = await checkProof(ctx, sessionId, factors, given);
  const isRight = proof !== null && (await spend(ctx, sessionId, proof));
  if (!isRight) throw refusalOf(given.method);
  ctx.ports.later(() => ctx.ports.limits.forget(attemptKey("confirmIdentity", factors.user.id)));
}

/** The error beside the field of a proof that is not right. */
export function refusalOf(method: GivenProof["method"]): AppError {
  if (method === "password")
    return new AppError("invalid", "errors:badRequest", {
      fields: { password: "errors:accounts.currentPasswordWrong" },
    });
  if (method === "code")
    return new AppError("invalid", "errors:badRequest", { fields: { code: "errors:factors.codeWrong" } });
  return new AppError("invalid", "errors:factors.passkeyWrong");
}

async function checkProof(
  ctx: FactorsContext,
  sessionId: string,
  factors: OwnFactors,
  given: GivenProof,
): Promise<Proof | null> {
  if (given.method === "code") return factors.hasFactor ? checkCode(ctx, factors, given.code) : null;
  if (given.method === "passkey") {
    const passkey = factors.passkeys.find((one) => one.credentialId === given.answer.id);
    return passkey ? checkPasskey(ctx, passkey, given) : null;
  }
  // Where there is a second factor, `session_confirm` takes no password, however right.
  const call = sql`account_find_for_password_change(${sessionId}::uuid)`;
  const account = await callFunction(ctx.db, call, storedSchema.nullable());
  const stored = account && { hash: account.passwordHash, scheme: account.passwordScheme };
  const { isRight } = await verifyPassword(given.password, stored, ctx.bcryptCost);
  return stored && isRight ? { kind: "password", hash: stored.hash } : null;
}

function spend(ctx: FactorsContext, sessionId: string, proof: Proof): Promise<boolean> {
  return callFunction(
    ctx.db,
    sql`session_confirm(${sessionId}::uuid, ${proofParameter(proof)}, ${ctx.visit.ip})`,
    z.boolean(),
  );
}
