import { encodeBase64, encodeHexLowerCase } from "@oslojs/encoding";
import { areBytesEqual } from "~/lib/constant-time";
import { type HmacHash, hmacOf } from "~/lib/hmac";
import { joinBytes } from "~/lib/join-bytes";
import type { RawDelivery } from "../connector";
import { isFresh } from "./is-fresh";
import type { ProofSettings } from "./proof-settings";

type HmacSettings = Extract<ProofSettings, { kind: "hmac" }>;

const HASHES: Record<HmacSettings["algorithm"], HmacHash> = {
  sha1: "SHA-1",
  sha256: "SHA-256",
  sha512: "SHA-512",
};

/**
 * Whether the header that was chosen holds the HMAC of the raw bytes under one of the secrets.
 * Hex may be written in either case. Empty secrets never match.
 */
export async function isHmacSigned(proof: HmacSettings, delivery: RawDelivery): Promise<boolean> {
  const { headers, secrets, keys } = delivery;
  const signature = readSignature(proof, headers[proof.header]);
  const message = signature === null ? null : messageOf(proof, delivery);
  if (signature === null || message === null) return false;
  const encoder = new TextEncoder();
  const given = encoder.encode(signature);
  for (const secret of new Set(secrets.filter((text) => text !== ""))) {
    const digest = await hmacOf(HASHES[proof.algorithm], secret, message, keys);
    const expected = proof.encoding === "hex" ? encodeHexLowerCase(digest) : encodeBase64(digest);
    if (areBytesEqual(given, encoder.encode(expected))) return true;
  }
  return false;
}

function readSignature({ prefix, encoding }: HmacSettings, header: string | undefined): string | null {
  if (!header?.startsWith(prefix)) return null;
  const signature = header.slice(prefix.length);
  return encoding === "hex" ? signature.toLowerCase() : signature;
}

/** The body, or the timestamp, a dot and the body; null when the timestamp is absent or too old. */
function messageOf({ signed, timestampHeader }: HmacSettings, delivery: RawDelivery): Uint8Array | null {
  if (signed === "body") return delivery.rawBody;
  const timestamp = timestampHeader && delivery.headers[timestampHeader];
  if (!timestamp || !isFresh(timestamp, delivery.now)) return null;
  return joinBytes([new TextEncoder().encode(`${timestamp}.`), delivery.rawBody]);
}
