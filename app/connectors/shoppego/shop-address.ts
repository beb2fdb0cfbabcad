import { readWebHost } from "../web-host";

/** A shop's domain as its checkouts name it. */
export function readShopAddress(text: string): string | null {
  return readWebHost(text)?.host ?? null;
}
