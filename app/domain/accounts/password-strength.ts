export type PasswordStrength = "weak" | "fair" | "good" | "strong";

/** Bits that one character adds at least; a letter of a word is guessed more easily than one drawn by lot. */
const BITS = { letter: 3.3, capital: 3.5, digit: 2, space: 1, other: 4 };
const PREDICTABLE = 0.5;
const BITS_OF_DISTINCT = 6;

const GRADES: [PasswordStrength, number][] = [
  ["strong", 60],
  ["good", 42],
  ["fair", 28],
];

/**
 * A quick estimate to show while somebody types; null for nothing typed. What
 * is refused is the server's to say, which knows the most used passwords.
 */
export function estimateStrength(password: string): PasswordStrength | null {
  const characters = [...password.normalize("NFKC")];
  if (characters.length === 0) return null;
  let bits = 0;
  for (const [i, character] of characters.entries()) {
    bits += isPredictable(characters[i - 1], character) ? PREDICTABLE : bitsOf(character);
  }
  const most = new Set(characters).size * BITS_OF_DISTINCT;
  return GRADES.find(([, least]) => Math.min(bits, most) >= least)?.[0] ?? "weak";
}

/** The same again, or the next of a row such as abc or 987. */
function isPredictable(before: string | undefined, character: string): boolean {
  if (before === undefined) return false;
  return Math.abs((character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1;
}

function bitsOf(character: string): number {
  if (/\p{Lu}/u.test(character)) return BITS.capital;
  if (/\p{L}/u.test(character)) return BITS.letter;
  if (/\p{N}/u.test(character)) return BITS.digit;
  return /\s/u.test(character) ? BITS.space : BITS.other;
}
