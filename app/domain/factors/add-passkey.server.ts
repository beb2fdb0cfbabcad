import { encodeBase64urlNoPadding } from "@oslojs/encoding";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { callFunction } from "../accounts/call-function.server";
import type { PasskeyAttestation } from "./factors.schema";
import { type FactorsContext, relyingParty } from "./factors-context";
import { getFactors } from "./factors-queries.server";
import { createRecoveryCodes } from "./recovery-codes.server";
import { tellUser } from "./tell-user.server";

type NewPasskey = { name: string; challenge: string; answer: PasskeyAttestation };

/**
 * Keeps a passkey that a browser made for our challenge. Gives the recovery codes
 * to show, once, when the person had none; null when they have some already.
 * Throws `invalid` when it is not right, known, used before, or one too many; `forbidden`.
 */
export async function addPasskey(
  ctx: FactorsContext,
  sessionId: string,
  input: NewPasskey,
): Promise<{ codes: string[] | null }> {
  const { user } = await getFactors(ctx, sessionId);
  const made = await checkNewPasskey(ctx, input);
  const { codes, hashes } = await createRecoveryCodes(user.id);
  const passkey = { ...made, id: ctx.newId(), name: input.name };
  const added = await callFunction(
    ctx.db,
    sql`passkey_add(${sessionId}::uuid, ${JSON.stringify(passkey)}::jsonb, ${input.challenge},
      ${sql.param(hashes)}::text[], ${ctx.visit.ip})`,
    z.object({ hasNewCodes: z.boolean() }).nullable(),
  );
  if (!added) throw new AppError("invalid", "errors:factors.passkeyNotAdded");
  tellUser(ctx, user, "added");
  return { codes: added.hasNewCodes ? codes : null };
}

async function checkNewPasskey(ctx: FactorsContext, { challenge, answer }: NewPasskey) {
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const { id, origin } = relyingParty(ctx);
  const { registrationInfo } = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) throw new AppError("invalid", "errors:factors.passkeyNotAdded");
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: encodeBase64urlNoPadding(credential.publicKey),
    counter: credential.counter,
    transports: answer.response.transports ?? [],
    isBackedUp: credentialBackedUp,
  };
}
