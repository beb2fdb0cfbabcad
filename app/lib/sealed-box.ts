import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from "@oslojs/encoding";
import type { Keyring } from "./keyring";

/** Where a secret lives. It is authenticated with the secret, so a sealed text opens in its own place only. */
export type SealPlace = { orgId: string; table: string; column: string; rowId: string };

export type SealErrorReason = "malformed" | "unknown_key" | "tampered";

/** A sealed text could not be opened. Carries neither the text nor the key. */
export class SealError extends Error {
  readonly reason: SealErrorReason;

  constructor(reason: SealErrorReason) {
    super(`sealed text refused: ${reason}`);
    this.name = "SealError";
    this.reason = reason;
  }
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^sealed\.([1-9]\d{0,4})\.([A-Za-z0-9_-]+)$/;

/**
 * Encrypts with AES-256-GCM under the current key:
 * `sealed.<key version>.<base64url of 96-bit nonce, ciphertext, 128-bit tag>`.
 * The nonce is random for every call; one key stays far below 2^32 messages.
 */
export async function seal(keyring: Keyring, plaintext: string, place: SealPlace): Promise<string> {
  const version = keyring.current;
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const ciphertext = await crypto.subtle.encrypt(
    gcm(nonce, version, place),
    await importKey(keyring, version, "encrypt"),
    new TextEncoder().encode(plaintext),
  );
  const box = new Uint8Array(NONCE_BYTES + ciphertext.byteLength);
  box.set(nonce);
  box.set(new Uint8Array(ciphertext), NONCE_BYTES);
  return sealedPrefix(version) + encodeBase64urlNoPadding(box);
}

/** How every text begins that is sealed under a key version. */
export function sealedPrefix(version: number): string {
  return `sealed.${version}.`;
}

/** The plain text, or a `SealError`: never anything that was not sealed for this place. */
export async function open(keyring: Keyring, sealed: string, place: SealPlace): Promise<string> {
  const { version, box } = parseSealed(sealed);
  const key = await importKey(keyring, version, "decrypt");
  const nonce = box.slice(0, NONCE_BYTES);
  try {
    const bytes = await crypto.subtle.decrypt(gcm(nonce, version, place), key, box.slice(NONCE_BYTES));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SealError("tampered");
  }
}

/** Whether a sealed text was written under another key than the current one. */
export function needsReseal(keyring: Keyring, sealed: string): boolean {
  return parseSealed(sealed).version !== keyring.current;
}

function parseSealed(sealed: string): { version: number; box: Uint8Array<ArrayBuffer> } {
  const match = SEALED.exec(sealed);
  if (match?.[1] === undefined || match[2] === undefined) throw new SealError("malformed");
  const box = decodeBox(match[2]);
  if (box.length < NONCE_BYTES + TAG_BYTES) throw new SealError("malformed");
  return { version: Number(match[1]), box };
}

function decodeBox(text: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(decodeBase64urlIgnorePadding(text));
  } catch {
    throw new SealError("malformed");
  }
}

async function importKey(keyring: Keyring, version: number, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  const bytes = keyring.keys.get(version);
  if (bytes === undefined) throw new SealError("unknown_key");
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, [use]);
}

/** A JSON list keeps the parts apart: no two places can spell the same bytes. */
function gcm(nonce: Uint8Array<ArrayBuffer>, version: number, place: SealPlace): AesGcmParams {
  const parts = ["orucrm", version, place.orgId, place.table, place.column, place.rowId];
  const additionalData = new TextEncoder().encode(JSON.stringify(parts));
  return { name: "AES-GCM", iv: nonce, additionalData, tagLength: TAG_BYTES * 8 };
}
