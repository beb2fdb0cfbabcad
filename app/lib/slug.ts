const LONGEST = 40;

/**
 * A name as it can stand in a URL: small latin letters, digits and single
 * hyphens, at most 40 characters. Empty when the name has no such letters.
 */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.join("-").slice(0, LONGEST).replace(/-$/, "");
}
