import { trimSlashes } from "~/lib/trim-slashes";

const LONGEST = 253;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/;

/** Host and folder of a web address as people paste it, with or without its scheme; null for anything else. */
export function readWebHost(text: string): { host: string; folder: string } | null {
  const withScheme = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const { host, pathname } = new URL(withScheme);
  if (!HOST.test(host) || host.length + pathname.length > LONGEST) return null;
  return { host, folder: trimSlashes(pathname) };
}
