import { readWebHost } from "../web-host";

/** A shop's address as its deliveries name it: its `.myshopify.com` domain. */
export function readShopAddress(text: string): string | null {
  const host = readWebHost(text)?.host;
  return host?.endsWith(".myshopify.com") ? host : null;
}
