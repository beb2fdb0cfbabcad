import { decodeBase64urlIgnorePadding } from "@oslojs/encoding";
import { type FactorsContext, relyingParty } from "./factors-context";
import type { StoredPasskey } from "./factors-queries.server";

/** How long the browser waits for the person; the ticket lives as long. */
const TIMEOUT_MS = 5 * 60 * 1000;

/** What a browser needs to ask for a passkey: any of ours on this device, or one of `passkeys`. */
export async function askForPasskey(
  ctx: Pick<FactorsContext, "appUrl">,
  challenge: string,
  passkeys: readonly StoredPasskey[] = [],
) {
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  return generateAuthenticationOptions({
    rpID: relyingParty(ctx).id,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    userVerification: "required",
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
}

/** What a browser needs to make a passkey that later answers without an email being typed. */
export async function askForNewPasskey(
  ctx: Pick<FactorsContext, "appUrl">,
  challenge: string,
  {
    user,
    passkeys,
  }: { user: { id: string; email: string; name: string }; passkeys: readonly StoredPasskey[] },
) {
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  return generateRegistrationOptions({
    rpID: relyingParty(ctx).id,
    rpName: "OruCRM",
    userID: new Uint8Array(new TextEncoder().encode(user.id)),
    userName: user.email,
    userDisplayName: user.name,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
}

/** The library encodes bytes; our challenges are base64url already. */
function bytesOf(challenge: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(decodeBase64urlIgnorePadding(challenge));
}
