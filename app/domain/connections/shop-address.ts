import type { Platform } from "~/connectors/connector";
import { trimSlashes } from "~/lib/trim-slashes";

const LONGEST = 253;

/**
 * A shop's address as its deliveries name it: WooCommerce by host and folder
 * without `www.`, Shopify by its `.myshopify.com` domain. Accepts what people
 * paste; null for anything that is no such address.
 */
export function readShopAddress(platform: Platform, text: string): string | null {
  const withScheme = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const { host, pathname } = new URL(withScheme);
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/.test(host)) return null;
  const address = platform === "shopify" ? host : host.replace(/^www\./, "") + trimSlashes(pathname);
  if (platform === "shopify" && !host.endsWith(".myshopify.com")) return null;
  return address.length > LONGEST ? null : address;
}
