import { areBytesEqual } from "~/lib/constant-time";
import { type HmacKeys, hmacSha256Base64, hmacSha256Hex } from "~/lib/hmac";

type Signed = {
  signature: string | null | undefined;
  secrets: readonly string[];
  keys?: HmacKeys;
};

/**
 * Whether `signature` is the base64 HMAC-SHA256 of the raw bytes under one of
 * the secrets. The texts are compared, not decoded bytes, so that no other
 * spelling of the same base64 passes. Empty secrets never match.
 */
export function isSigned({ rawBody, keys, ...signed }: Signed & { rawBody: Uint8Array }): Promise<boolean> {
  return isOneOf(signed, (secret) => hmacSha256Base64(secret, rawBody, keys));
}

/**
 * Whether `signature` is the lower-case hex HMAC-SHA256 of a message under one of
 * the secrets. `messageOf` makes the message, into which some platforms mix the
 * secret itself. Empty secrets never match.
 */
export function isHexSigned({
  messageOf,
  keys,
  ...signed
}: Signed & { messageOf: (secret: string) => string | Uint8Array }): Promise<boolean> {
  return isOneOf(signed, (secret) => {
    const message = messageOf(secret);
    return hmacSha256Hex(
      secret,
      typeof message === "string" ? new TextEncoder().encode(message) : message,
      keys,
    );
  });
}

async function isOneOf(
  { signature, secrets }: Signed,
  sign: (secret: string) => Promise<string>,
): Promise<boolean> {
  if (!signature) return false;
  const encoder = new TextEncoder();
  const given = encoder.encode(signature);
  for (const secret of new Set(secrets.filter((text) => text !== ""))) {
    if (areBytesEqual(given, encoder.encode(await sign(secret)))) return true;
  }
  return false;
}
