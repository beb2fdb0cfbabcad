import { readCookie } from "~/lib/read-cookie";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export type SessionCookie = {
  name: string;
  read(request: Request): string | null;
  /** A `Set-Cookie` value; `seconds` 0 takes the cookie away. */
  write(value: string, seconds: number): string;
};

/** The one cookie besides the session's: it carries the first step of a log-in to the second. */
export function preLoginCookieFor(appOrigin: string): SessionCookie {
  return cookieFor(appOrigin, { secure: "__Host-orucrm-step", loopback: "orucrm-step-dev" });
}

/**
 * The session's cookie for the app's origin. Over https its name has the
 * `__Host-` prefix: no other host or path can set it. Browsers refuse that
 * prefix on http://localhost, so plain http on the loopback has its own name, and
 * plain http anywhere else has no cookie at all: this throws.
 */
export function sessionCookieFor(appOrigin: string): SessionCookie {
  return cookieFor(appOrigin, { secure: "__Host-orucrm", loopback: "orucrm-dev" });
}

function cookieFor(appOrigin: string, names: { secure: string; loopback: string }): SessionCookie {
  const { protocol, hostname } = new URL(appOrigin);
  const isSecure = protocol === "https:";
  if (!isSecure && !LOOPBACK.has(hostname)) {
    throw new Error("sessions need https, or http on the loopback in development");
  }
  const name = isSecure ? names.secure : names.loopback;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  return {
    name,
    read: (request) => readCookie(request.headers.get("Cookie"), name),
    write: (value, seconds) => `${name}=${value}; Max-Age=${seconds}; ${attributes}`,
  };
}
