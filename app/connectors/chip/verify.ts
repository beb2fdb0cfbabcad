import { decodeBase64 } from "@oslojs/encoding";
import type { RawDelivery, Verdict } from "../connector";

const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const FRAME = /-----(?:BEGIN|END) PUBLIC KEY-----|\s/g;

/** CHIP signs with a key of its own; the seller brings the public half, which every webhook shows. */
export async function verify({ headers, rawBody, secrets, keys }: RawDelivery): Promise<Verdict> {
  const signature = bytesOf(headers["x-signature"] ?? "");
  if (!signature) return "refused";
  for (const secret of secrets) {
    const key = keys?.get(secret) ?? (await importKey(secret));
    if (!key) continue;
    keys?.set(secret, key);
    if (await crypto.subtle.verify(RSA, key, signature, Uint8Array.from(rawBody))) return "ok";
  }
  return "refused";
}

/** Null for a text that is no public key. */
async function importKey(pem: string): Promise<CryptoKey | null> {
  const bytes = bytesOf(pem.replace(FRAME, ""));
  if (!bytes) return null;
  return crypto.subtle.importKey("spki", bytes, RSA, false, ["verify"]).catch(() => null);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return text === "" ? null : Uint8Array.from(decodeBase64(text));
  } catch {
    return null;
  }
}
