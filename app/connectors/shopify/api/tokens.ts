import * as z from "zod";
import { readAs, readJson } from "../../api/read-json";
import { ShopApiError } from "../../api/shop-api-error";
import type { ShopFetch } from "../../api/shop-fetch";

export type ShopifyApp = { shop: string; clientId: string; clientSecret: string };

export type ShopifyToken = {
  accessToken: string;
  scopes: string[];
  /** ISO 8601 UTC; null where it does not expire. */
  expiresAt: string | null;
  refreshToken: string | null;
};

const tokenSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string().default(""),
  expires_in: z.number().int().positive().nullish(),
  refresh_token: z.string().min(1).nullish(),
});

/** The token for a code that the owner's approval brought. Asks for one that expires and can be refreshed. */
export function fetchToken(ask: ShopFetch, app: ShopifyApp, code: string, now: Date): Promise<ShopifyToken> {
  return exchange(ask, app, { code, expiring: "1" }, now);
}

/** A new token in place of one that expires. */
export function refreshToken(
  ask: ShopFetch,
  app: ShopifyApp,
  token: string,
  now: Date,
): Promise<ShopifyToken> {
  return exchange(ask, app, { grant_type: "refresh_token", refresh_token: token }, now);
}

async function exchange(
  ask: ShopFetch,
  { shop, clientId, clientSecret }: ShopifyApp,
  grant: Record<string, string>,
  now: Date,
): Promise<ShopifyToken> {
  const answer = await ask({
    url: `https://${shop}/admin/oauth/access_token`,
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...grant }).toString(),
  });
  const { status } = answer;
  if (status === 400 || status === 401 || status === 403) throw new ShopApiError("keys_refused", { status });
  if (status !== 200) throw new ShopApiError(status === 404 ? "not_found" : "refused", { status });
  const token = readAs(tokenSchema, readJson(answer));
  return {
    accessToken: token.access_token,
    scopes: token.scope.split(",").filter(Boolean),
    expiresAt: token.expires_in ? new Date(now.getTime() + token.expires_in * 1000).toISOString() : null,
    refreshToken: token.refresh_token ?? null,
  };
}
