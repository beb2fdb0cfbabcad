import { foldWords } from "../customers/search-text";

const LONGEST_KEY = 40;

/** A key for a name that none of `taken` has: "Saiz Baju" is `saiz_baju`. */
export function fieldKey(name: string, taken: ReadonlySet<string>): string {
  const words = foldWords(name)
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
  const base = (words || "field").slice(0, LONGEST_KEY);
  for (let n = 2, key = base; ; n++) {
    if (!taken.has(key)) return key;
    key = `${base}_${n}`;
  }
}
