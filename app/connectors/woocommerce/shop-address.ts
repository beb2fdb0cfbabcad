import { readWebHost } from "../web-host";

/** A site's address as its deliveries name it: host and folder, without `www.`. */
export function readShopAddress(text: string): string | null {
  const site = readWebHost(text);
  return site && site.host.replace(/^www\./, "") + site.folder;
}
