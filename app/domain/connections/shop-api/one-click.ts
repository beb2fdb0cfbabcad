import { type Platform, readingOf } from "~/connectors/registry";
import { SCOPES } from "~/connectors/shopify/api/approval";

/** How a platform lets us in, and what its app must be told where the seller makes one. */
export type OneClick =
  | { kind: "woocommerce" }
  /** By the account's token alone. */
  | { kind: "token" }
  | { kind: "shopify"; callbackUrl: string; scopes: readonly string[] };

/** Null where a platform has no such way. */
export function describeOneClick({ appUrl }: { appUrl: string }, platform: Platform): OneClick | null {
  if (readingOf(platform)?.letsIn === "token") return { kind: "token" };
  if (platform === "woocommerce") return { kind: platform };
  if (platform !== "shopify") return null;
  return { kind: platform, callbackUrl: `${appUrl}/connect/shopify`, scopes: SCOPES };
}
