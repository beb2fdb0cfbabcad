import { encodeBase64, encodeHexLowerCase } from "@oslojs/encoding";

/**
 * Imported keys by secret. Owned by the caller, for as long as the caller lives:
 * isolates are shared between tenants, so this module keeps none.
 */
export type HmacKeys = Map<string, CryptoKey>;

/** HMAC-SHA256 of the bytes under a non-empty secret, which is used as UTF-8 text. 32 bytes. */
export async function hmacSha256(
  secret: string,
  bytes: Uint8Array,
  keys: HmacKeys = new Map(),
): Promise<Uint8Array> {
  const key = keys.get(secret) ?? (await importKey(secret));
  keys.set(secret, key);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, Uint8Array.from(bytes)));
}

/** As `hmacSha256`, in base64 with padding. */
export async function hmacSha256Base64(secret: string, bytes: Uint8Array, keys?: HmacKeys): Promise<string> {
  return encodeBase64(await hmacSha256(secret, bytes, keys));
}

/** As `hmacSha256`, in lower-case hex. */
export async function hmacSha256Hex(secret: string, bytes: Uint8Array, keys?: HmacKeys): Promise<string> {
  return encodeHexLowerCase(await hmacSha256(secret, bytes, keys));
}

function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, ["sign"]);
}
