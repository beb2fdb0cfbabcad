import * as z from "zod";
import { sessionCookieFor } from "./session-cookie";
import { readToken, type SigningSettings, signToken, type TokenKind } from "./signed-token.server";

/** How long a session lives from log-in, whatever happens in it. */
export const SESSION_SECONDS = 8 * 60 * 60;

const SESSION_TOKEN: TokenKind = {
  type: "orucrm-session+jwt",
  audience: "orucrm-app",
  maxSeconds: SESSION_SECONDS,
  requires: ["sub", "sid"],
};

/** The origin decides on the cookie's kind, too. */
export type SessionSettings = SigningSettings;

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
    async commit({ sessionId, userId, expiresAt }) {
      const claims = { sid: sessionId, sub: userId };
      const signed = await signToken(settings, SESSION_TOKEN, claims, { now: now(), expiresAt });
      const seconds = Math.floor((expiresAt.getTime() - now().getTime()) / 1000);
      return cookie.write(signed, Math.max(0, seconds));
    },
    destroy: () => cookie.write("", 0),
  };
}

async function verifyToken(
  token: string | null,
  settings: SessionSettings,
  now: Date,
): Promise<SessionToken | null> {
  if (token === null) return null;
  const claims = claimsSchema.safeParse(await readToken(settings, SESSION_TOKEN, token, now));
  if (!claims.success) return null;
  const { sid, sub, exp } = claims.data;
  return { sessionId: sid, userId: sub, expiresAt: new Date(exp * 1000) };
}
