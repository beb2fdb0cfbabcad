import { encodeBase64 } from "@oslojs/encoding";
import bcrypt from "bcryptjs";

/** bcrypt over base64(SHA-384(password)): 64 ASCII characters, so bcrypt's cut at 72 bytes is never reached. */
const SCHEME = 1;

/** Any well-formed hash costs the same to compare with; this one belongs to no password. */
const NOBODYS_SALT_AND_HASH = "Z0b1yVbQYq5rYq0xS8l8COx3mVb0oJbq0N6Yj6m1o3WkXv7t9cPaK";

export type StoredPassword = { hash: string; scheme: number };

/** `cost` is bcrypt's exponent; the configuration refuses less than 10. */
export async function hashPassword(password: string, cost: number): Promise<StoredPassword> {
  return { hash: await bcrypt.hash(await preHash(password), cost), scheme: SCHEME };
}

/**
 * Compares at the same price whether or not there is an account: without one
 * (`stored` null) it hashes all the same and says no, and a wrong password for a
 * hash of a lower cost makes up for the difference. `needsRehash` tells a right
 * password whose hash is of an older scheme or a lower cost.
 */
export async function verifyPassword(
  password: string,
  stored: StoredPassword | null,
  cost: number,
): Promise<{ isRight: boolean; needsRehash: boolean }> {
  const hash = stored?.hash ?? nobodysHash(cost);
  const given = await preHash(password);
  const matches = await bcrypt.compare(given, hash);
  const isRight = matches && stored !== null && stored.scheme === SCHEME;
  const spent = bcrypt.getRounds(hash);
  // Each step of the cost doubles the work, so that 10 and then 10, 11 are as much as one 12.
  if (!isRight) for (let at = spent; at < cost; at += 1) await bcrypt.compare(given, nobodysHash(at));
  return { isRight, needsRehash: isRight && spent < cost };
}

function nobodysHash(cost: number): string {
  return `$2b$${String(cost).padStart(2, "0")}$${NOBODYS_SALT_AND_HASH}`;
}

/** NFKC, so that a password typed on another keyboard or system is the same password. */
async function preHash(password: string): Promise<string> {
  const bytes = new TextEncoder().encode(password.normalize("NFKC"));
  return encodeBase64(new Uint8Array(await crypto.subtle.digest("SHA-384", bytes)));
}
