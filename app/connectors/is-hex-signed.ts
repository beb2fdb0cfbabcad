import { areBytesEqual } from "~/lib/constant-time";
import { type HmacKeys, hmacSha256Hex } from "~/lib/hmac";

/**
 * Whether `signature` is the lower-case hex HMAC-SHA256 of a message under one of
 * the secrets. `messageOf` makes the message, into which some platforms mix the
 * secret itself. Empty secrets never match.
 */
export async function isHexSigned(input: {
  signature: string | null | undefined;
  messageOf: (secret: string) => string | Uint8Array;
  secrets: readonly string[];
  keys?: HmacKeys;
}): Promise<boolean> {
  if (!input.signature) return false;
  const encoder = new TextEncoder();
  const given = encoder.encode(input.signature);
  for (const secret of new Set(input.secrets.filter((text) => text !== ""))) {
    const message = input.messageOf(secret);
    const bytes = typeof message === "string" ? encoder.encode(message) : message;
    const expected = await hmacSha256Hex(secret, bytes, input.keys);
    if (areBytesEqual(given, encoder.encode(expected))) return true;
  }
  return false;
}
