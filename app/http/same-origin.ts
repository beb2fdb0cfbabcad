/** Where WooCommerce shops bring the keys that their owners hand over. */
export const HANDOVER_PATH = "/connect/woocommerce";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a page of this very origin made the request: for forms, fetches and WebSocket handshakes. */
export function isFromOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("Origin");
  const site = request.headers.get("Sec-Fetch-Site");
  if (origin === null && site === null) return false;
  if (origin !== null && origin !== new URL(request.url).origin) return false;
  return site === null || site === "same-origin";
}

/** A mail program that unsubscribes (RFC 8058) has no origin; the signed token in the address is what allows it. */
function isOneClick(request: Request): boolean {
  const { pathname, searchParams } = new URL(request.url);
  return request.method === "POST" && pathname === "/unsubscribe" && searchParams.has("token");
}

/** A shop's server brings keys; the state among them, which we gave out once, is what allows it. */
function isHandover(request: Request): boolean {
  return request.method === "POST" && new URL(request.url).pathname === HANDOVER_PATH;
}

/**
 * The guard against forged requests: whatever may change state must come from our
 * own pages, told by `Origin` and `Sec-Fetch-Site`, which pages cannot set. A
 * client that sends neither is refused. Webhooks have signatures and do not pass
 * here. Null when the request may go on.
 */
export function refuseForeignWrite(request: Request): Response | null {
  if (SAFE_METHODS.has(request.method) || isFromOwnOrigin(request)) return null;
  if (isOneClick(request) || isHandover(request)) return null;
  return new Response("This request did not come from a page of this site.", {
    status: 403,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
