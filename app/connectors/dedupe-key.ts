import { sha256 } from "@oslojs/crypto/sha2";
import { encodeHexLowerCase } from "@oslojs/encoding";

const LONGEST_KEY = 200;
const SHORT_HASH_LENGTH = 16;

/** The first 64 bits of a body's hex SHA-256: enough to tell apart two states of one record. */
export function shortHash(bodyHash: string): string {
  return bodyHash.slice(0, SHORT_HASH_LENGTH);
}

/**
 * Joins the parts that identify a delivery. Different parts always make
 * different keys; what would be longer than 200 characters becomes its hash.
 */
export function joinDedupeKey(parts: readonly string[]): string {
  const key = parts.map((part) => part.replace(/[%|]/g, (char) => (char === "%" ? "%25" : "%7C"))).join("|");
  return key.length <= LONGEST_KEY ? key : encodeHexLowerCase(sha256(new TextEncoder().encode(key)));
}
