import { encodeBase64, encodeHexLowerCase } from "@oslojs/encoding";

export type HmacHash = "SHA-1" | "SHA-256" | "SHA-512";

/**
 * Imported keys by hash and secret. Owned by the caller, for as long as the caller lives:
 * isolates are shared between tenants, so this module keeps none.
 */
export type HmacKeys = Map<string, CryptoKey>;

/** HMAC of the bytes under a non-empty secret; a text is used as UTF-8. */
export async function hmacOf(
  hash: HmacHash,
  secret: string | Uint8Array,
  bytes: Uint8Array,
  keys: HmacKeys = new Map(),
): Promise<Uint8Array> {
  const raw = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
  const name = `${hash} ${typeof secret === "string" ? secret : encodeHexLowerCase(secret)}`;
  const key = keys.get(name) ?? (await importKey(hash, raw));
  keys.set(name, key);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, Uint8Array.from(bytes)));
}

/** HMAC-SHA256 of the bytes under a non-empty secret, which is used as UTF-8 text. 32 bytes. */
export function hmacSha256(secret: string, bytes: Uint8Array, keys?: HmacKeys): Promise<Uint8Array> {
  return hmacOf("SHA-256", secret, bytes, keys);
}

/** As `hmacSha256`, in base64 with padding. */
export async function hmacSha256Base64(secret: string, bytes: Uint8Array, keys?: HmacKeys): Promise<string> {
  return encodeBase64(await hmacSha256(secret, bytes, keys));
}

/** As `hmacSha256`, in lower-case hex. */
export async function hmacSha256Hex(secret: string, bytes: Uint8Array, keys?: HmacKeys): Promise<string> {
  return encodeHexLowerCase(await hmacSha256(secret, bytes, keys));
}

function importKey(hash: HmacHash, raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", Uint8Array.from(raw), { name: "HMAC", hash }, false, ["sign"]);
}
