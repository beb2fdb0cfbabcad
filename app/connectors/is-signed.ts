import { areBytesEqual } from "~/lib/constant-time";
import { type HmacKeys, hmacSha256Base64 } from "~/lib/hmac";

/**
 * Whether `signature` is the base64 HMAC-SHA256 of the raw bytes under one of
 * the secrets. The texts are compared, not decoded bytes, so that no other
 * spelling of the same base64 passes. Empty secrets never match.
 */
export async function isSigned(input: {
  signature: string | undefined;
  rawBody: Uint8Array;
  secrets: readonly string[];
  keys?: HmacKeys;
}): Promise<boolean> {
  if (!input.signature) return false;
  const encoder = new TextEncoder();
  const given = encoder.encode(input.signature);
  for (const secret of new Set(input.secrets.filter((text) => text !== ""))) {
    const expected = await hmacSha256Base64(secret, input.rawBody, input.keys);
    if (areBytesEqual(given, encoder.encode(expected))) return true;
  }
  return false;
}
