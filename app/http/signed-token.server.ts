import { errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import type { Keyring } from "~/lib/keyring";

const ALGORITHM = "HS256";

export type SigningSettings = {
  /** Signs with the current key, accepts every listed one. */
  keyring: Keyring;
  /** `https://app.example.com`; the tokens' issuer. */
  appOrigin: string;
};

/** What keeps tokens of one kind from being taken for another. */
export type TokenKind = {
  type: string;
  audience: string;
  /** Older ones are refused, whatever they say themselves. */
  maxSeconds: number;
  /** Claims without which there is no such token, besides the times. */
  requires: readonly string[];
};

/** A compact JWT of one kind; `claims.sub` is its subject. */
export async function signToken(
  { keyring, appOrigin }: SigningSettings,
  kind: TokenKind,
  claims: JWTPayload,
  times: { now: Date; expiresAt: Date },
): Promise<string> {
  const key = keyring.keys.get(keyring.current);
  if (key === undefined) throw new Error("the keyring lacks its current key");
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: kind.type, kid: String(keyring.current) })
    .setIssuer(appOrigin)
    .setAudience(kind.audience)
    .setIssuedAt(times.now)
    .setNotBefore(times.now)
    .setExpirationTime(times.expiresAt)
    .sign(key);
}

/** The claims of a token of this kind; null when it is not one of ours, is over, or is of another kind. */
export async function readToken(
  { keyring, appOrigin }: SigningSettings,
  kind: TokenKind,
  token: string,
  now: Date,
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, (header) => keyNamed(keyring, header.kid), {
      algorithms: [ALGORITHM],
      typ: kind.type,
      issuer: appOrigin,
      audience: kind.audience,
      requiredClaims: ["exp", "nbf", "iat", ...kind.requires],
      maxTokenAge: kind.maxSeconds,
      currentDate: now,
      // Isolates' clocks differ a little; a token must be usable right after it was signed elsewhere.
      clockTolerance: 5,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** Only a version of our own keyring is a key; nothing in the header is fetched or trusted. */
function keyNamed(keyring: Keyring, kid: string | undefined): Uint8Array {
  const key = /^[1-9]\d{0,4}$/.test(kid ?? "") ? keyring.keys.get(Number(kid)) : undefined;
  if (key === undefined) throw new errors.JWSSignatureVerificationFailed();
  return key;
}
