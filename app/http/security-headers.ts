import { encodeBase64 } from "@oslojs/encoding";
import { TOAST_STYLE_HASHES } from "./toast-style-hash";

export type SecuritySettings = {
  /** The request's own address: its host is where WebSockets go, its scheme decides on HSTS. */
  url: URL;
  /** Vite's hot reload talks over a WebSocket of its own. */
  isDevelopment: boolean;
};

const YEAR_SECONDS = 31_536_000;

const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  // Own pages may see the full address, others nothing. `no-referrer` would also blank the Origin of forms.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
} as const;

/** 128 random bits for one answer; goes to the policy and to every script and style that we write. */
export function createNonce(): string {
  return encodeBase64(crypto.getRandomValues(new Uint8Array(16)));
}

/** The policy of an HTML answer: only what carries the nonce runs, and what that loads. */
export function contentSecurityPolicy(nonce: string, settings: SecuritySettings): string {
  const { url, isDevelopment } = settings;
  const isSecure = url.protocol === "https:";
  // Older Safari does not count wss: of the own host as 'self'.
  const sockets = `${isSecure ? "wss" : "ws"}://${isDevelopment ? "*:*" : url.host}`;
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}' ${TOAST_STYLE_HASHES.map((hash) => `'${hash}'`).join(" ")}`,
    // Positioned overlays and charts set style attributes, which cannot carry a nonce.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (isSecure) policy.push("upgrade-insecure-requests");
  return policy.join("; ");
}

/** Sets what every answer of the app carries; `nonce` makes it an HTML answer with its policy. */
export function setSecurityHeaders(headers: Headers, settings: SecuritySettings, nonce?: string): void {
  for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
  if (settings.url.protocol === "https:") {
    headers.set("Strict-Transport-Security", `max-age=${2 * YEAR_SECONDS}; includeSubDomains; preload`);
  }
  if (nonce !== undefined) headers.set("Content-Security-Policy", contentSecurityPolicy(nonce, settings));
}

/** Keeps an answer out of every cache: for all that is behind log-in, and for forms that hold what was typed. */
export function forbidStoring(headers: Headers): void {
  headers.set("Cache-Control", "no-store");
}
