import { generateRandomString } from "@oslojs/crypto/random";

// Letters and digits only: WordPress changes other characters on their way into its database.
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 48;

/** A secret for a platform that takes ours: 48 characters, about 285 bits. */
export function generateSecret(): string {
  return generateRandomString({ read: (bytes) => void crypto.getRandomValues(bytes) }, ALPHABET, LENGTH);
}
