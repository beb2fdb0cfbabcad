import { errors, jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import type { Keyring } from "~/lib/keyring";
import { sessionCookieFor } from "./session-cookie";

/** How long a session lives from log-in, whatever happens in it. */
export const SESSION_SECONDS = 8 * 60 * 60;

const ALGORITHM = "HS256";
const TYPE = "orucrm-session+jwt";
const AUDIENCE = "orucrm-app";

export type SessionSettings = {
  /** Signs with the current key, accepts every listed one. */
  keyring: Keyring;
  /** `https://app.example.com`; the token's issuer and the cookie's kind. */
  appOrigin: string;
};

/** Which session row the browser holds. Whether it is still alive only the database knows. */
export type SessionToken = { sessionId: string; userId: string; expiresAt: Date };

const claimsSchema = z.object({ sid: z.uuid(), sub: z.uuid(), exp: z.number() });

/** One request's session: read once, however many loaders ask. */
export type RequestSession = {
  /** Checks signature and claims only; null when there is no good token. */
  read(): Promise<SessionToken | null>;
  /** The `Set-Cookie` value for a session that was just started. */
  commit(session: SessionToken): Promise<string>;
  /** The `Set-Cookie` value that takes the token away; ending the row is the caller's part. */
  destroy(): string;
};

export function requestSession(
  request: Request,
  settings: SessionSettings,
  now: () => Date = () => new Date(),
): RequestSession {
  const cookie = sessionCookieFor(settings.appOrigin);
  let token: Promise<SessionToken | null> | undefined;
  return {
    read() {
      token ??= verifyToken(cookie.read(request), settings, now());
      return token;
    },
    async commit(session) {
      const seconds = Math.floor((session.expiresAt.getTime() - now().getTime()) / 1000);
      return cookie.write(await signToken(session, settings, now()), Math.max(0, seconds));
    },
    destroy: () => cookie.write("", 0),
  };
}

async function signToken(session: SessionToken, settings: SessionSettings, now: Date): Promise<string> {
  const { current, keys } = settings.keyring;
  const key = keys.get(current);
  if (key === undefined) throw new Error("the keyring lacks its current key");
  return new SignJWT({ sid: session.sessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: String(current) })
    .setIssuer(settings.appOrigin)
    .setAudience(AUDIENCE)
    .setSubject(session.userId)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(session.expiresAt)
    .sign(key);
}

async function verifyToken(
  token: string | null,
  settings: SessionSettings,
  now: Date,
): Promise<SessionToken | null> {
  if (token === null) return null;
  try {
    const { payload } = await jwtVerify(token, (header) => keyNamed(settings.keyring, header.kid), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: settings.appOrigin,
      audience: AUDIENCE,
      requiredClaims: ["exp", "nbf", "iat", "sub", "sid"],
      maxTokenAge: SESSION_SECONDS,
      currentDate: now,
      // Isolates' clocks differ a little; a token must be usable right after it was signed elsewhere.
      clockTolerance: 5,
    });
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success) return null;
    const { sid, sub, exp } = claims.data;
    return { sessionId: sid, userId: sub, expiresAt: new Date(exp * 1000) };
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
