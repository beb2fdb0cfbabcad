import { areBytesEqual } from "~/lib/constant-time";

/** Whether `given` is one of the secrets, compared in constant time. Empty secrets never match. */
export function isOneOfSecrets(given: string | null | undefined, secrets: readonly string[]): boolean {
  if (!given) return false;
  const encoder = new TextEncoder();
  const bytes = encoder.encode(given);
  const matches = secrets.filter((secret) => secret !== "" && areBytesEqual(bytes, encoder.encode(secret)));
  return matches.length > 0;
}
