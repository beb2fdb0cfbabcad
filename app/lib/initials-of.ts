// Parts of Malaysian names that say whose child somebody is; they are not initials.
const CONNECTORS = new Set(["bin", "binti", "bt", "bte", "a/l", "a/p", "al", "ap"]);

/** One or two letters for an avatar, "·" when nobody knows the name. */
export function initialsOf(name: string | null): string {
  const words = (name ?? "").split(/\s+/).filter((word) => word && !CONNECTORS.has(word.toLowerCase()));
  const letters = [words[0], words.length > 1 ? words[1] : undefined]
    .map((word) => (word ? [...word].find((sign) => /\p{L}|\p{N}/u.test(sign)) : undefined))
    .filter((letter) => letter !== undefined);
  return letters.join("").toUpperCase() || "·";
}
