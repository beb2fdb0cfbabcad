import { generateRandomString } from "@oslojs/crypto/random";
import type { ProofSettings } from "~/connectors/generic/proof-settings";

// Letters and digits only: WordPress changes other characters on their way into its database.
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 48;
/** How Standard Webhooks writes a secret: what follows is base64, as letters and digits in fours are. */
const STANDARD_PREFIX = "whsec_";

/** A secret for a platform that takes ours: 48 characters, about 285 bits; in the form that its proof asks for. */
export function generateSecret(proof?: ProofSettings): string {
  const secret = generateRandomString(
    { read: (bytes) => void crypto.getRandomValues(bytes) },
    ALPHABET,
    LENGTH,
  );
  return proof?.kind === "standard" ? STANDARD_PREFIX + secret : secret;
}
