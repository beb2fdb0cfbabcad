import { readWebHost } from "../web-host";

/** An account's address: `kedai.onpay.my`. */
export function readShopAddress(text: string): string | null {
  const host = readWebHost(text)?.host;
  return host?.endsWith(".onpay.my") ? host : null;
}
