const HOST = /^(?!\d+(?:\.\d+){3}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const PRIVATE_ENDINGS = [".localhost", ".local", ".internal", ".lan", ".home.arpa", ".invalid", ".onion"];
const LOOPBACK = ["localhost", "127.0.0.1"];

/**
 * Whether we may call an address that somebody typed: https on its usual port, a name of the public
 * internet, no literal address, no credentials. The loopback counts where a fake shop runs on it.
 */
export function isPublicAddress(text: string, options: { allowsLoopback: boolean }): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (options.allowsLoopback && LOOPBACK.includes(url.hostname)) return true;
  const host = url.hostname.replace(/\.$/, "");
  const isNamed = HOST.test(host) && !PRIVATE_ENDINGS.some((ending) => host.endsWith(ending));
  return isNamed && url.protocol === "https:" && url.port === "";
}
