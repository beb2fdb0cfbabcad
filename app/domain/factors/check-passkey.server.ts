import { decodeBase64urlIgnorePadding } from "@oslojs/encoding";
import type { PasskeyAssertion } from "./factors.schema";
import { type FactorsContext, relyingParty } from "./factors-context";
import type { StoredPasskey } from "./factors-queries.server";
import type { Proof } from "./proof.server";

/** `challenge` is what was asked, and the name under which it is used up. */
export type PasskeyAnswer = { challenge: string; answer: PasskeyAssertion };

/**
 * Checks a passkey's signature over our challenge, for our host, made after the
 * device's owner unlocked it. Null when any of that is not so.
 */
export async function checkPasskey(
  ctx: Pick<FactorsContext, "appUrl">,
  passkey: StoredPasskey,
  { challenge, answer }: PasskeyAnswer,
): Promise<Proof | null> {
  // Loaded when somebody has a passkey: it is a tenth of the program.
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const { id, origin } = relyingParty(ctx);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(decodeBase64urlIgnorePadding(passkey.publicKey)),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    });
    if (!verified) return null;
    return { kind: "passkey", id: passkey.id, counter: authenticationInfo.newCounter, token: challenge };
  } catch {
    // The library says by an error what does not fit; to whoever sent it, it is one refusal.
    return null;
  }
}
