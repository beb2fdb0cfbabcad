import type { KeysOf } from "~/connectors/api/keys.schema";
import type { ShopFetch } from "~/connectors/api/shop-fetch";
import { refreshToken } from "~/connectors/shopify/api/tokens";
import type { CredentialsDoor } from "../credentials/credentials-door";
import { keepRefreshed } from "../credentials/keep-credentials.server";
import { type Credentials, openCredentials } from "../credentials/open-credentials.server";

/** A token that ends sooner is exchanged first: what is asked with it takes its time. */
const MARGIN_MS = 5 * 60_000;

/**
 * As `openCredentials`, with a Shopify token that is about to expire exchanged for
 * a new one and kept. Throws a `ShopApiError` when Shopify gives none.
 */
export async function openFreshCredentials(
  door: CredentialsDoor & { ask: ShopFetch },
  connectionId: string,
): Promise<Credentials | null> {
  const credentials = await openCredentials(door, connectionId);
  if (credentials?.keys.kind !== "shopify" || !isEnding(credentials.keys, door.now())) return credentials;
  const keys = await refresh(door, credentials.account, credentials.keys);
  await keepRefreshed(door, credentials, keys);
  return { ...credentials, keys };
}

function isEnding({ expiresAt, refreshToken }: KeysOf<"shopify">, now: Date): boolean {
  return refreshToken !== null && expiresAt !== null && Date.parse(expiresAt) - now.getTime() < MARGIN_MS;
}

async function refresh(
  { ask, now }: { ask: ShopFetch; now: () => Date },
  shop: string,
  keys: KeysOf<"shopify">,
): Promise<KeysOf<"shopify">> {
  const { clientId, clientSecret } = keys;
  const token = await refreshToken(ask, { shop, clientId, clientSecret }, keys.refreshToken ?? "", now());
  const { accessToken, expiresAt } = token;
  return { ...keys, accessToken, expiresAt, refreshToken: token.refreshToken ?? keys.refreshToken };
}
