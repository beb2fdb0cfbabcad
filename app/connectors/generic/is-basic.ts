import { encodeBase64 } from "@oslojs/encoding";
import { isOneOfSecrets } from "../is-one-of-secrets";

const SCHEME = /^basic /i;

/** Whether an `Authorization` header holds the name and one of the secrets as its password. */
export function isBasic(header: string | undefined, username: string, secrets: readonly string[]): boolean {
  if (header === undefined || !SCHEME.test(header)) return false;
  const given = header.slice("basic ".length).trim();
  const passwords = secrets.filter((secret) => secret !== "");
  const expected = passwords.map((secret) => encodeBase64(new TextEncoder().encode(`${username}:${secret}`)));
  return isOneOfSecrets(given, expected);
}
