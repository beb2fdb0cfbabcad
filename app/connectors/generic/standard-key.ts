import { decodeBase64 } from "@oslojs/encoding";

const PREFIX = "whsec_";

/** The bytes that a secret stands for: base64 with or without `whsec_` before it; null for anything else. */
export function standardKey(secret: string): Uint8Array | null {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  try {
    const key = decodeBase64(text);
    return key.length > 0 ? key : null;
  } catch {
    return null;
  }
}
