import { areBytesEqual } from "~/lib/constant-time";
import { hmacSha256Hex } from "~/lib/hmac";

/** What we read, and nothing that we could write; webhooks come with the reading. */
export const SCOPES = ["read_customers", "read_orders", "read_products"] as const;

type Asking = { shop: string; clientId: string; state: string; callbackUrl: string };

/** The page of the shop on which its owner installs the app; the browser comes back with a code. */
export function approvalUrl({ shop, clientId, state, callbackUrl }: Asking): string {
  const query = new URLSearchParams({
    client_id: clientId,
    scope: SCOPES.join(","),
    redirect_uri: callbackUrl,
    state,
  });
  return `https://${shop}/admin/oauth/authorize?${query}`;
}

/** Whether Shopify signed the parameters with which the browser came back. Every one counts, in the order of names. */
export async function isSignedReturn(params: URLSearchParams, clientSecret: string): Promise<boolean> {
  const pairs = [...params].filter(([name]) => name !== "hmac" && name !== "signature");
  const message = pairs
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const bytes = (text: string) => new TextEncoder().encode(text);
  const expected = await hmacSha256Hex(clientSecret, bytes(message));
  return areBytesEqual(bytes(params.get("hmac") ?? ""), bytes(expected));
}
