import { isCommonPassword } from "./common-passwords.server";
import { PASSWORD_MAX, PASSWORD_MIN } from "./password-length";

export type PasswordRefusal = "too_short" | "too_long" | "common" | "personal";

/** What a guesser would try first about this person: email, name, organization. */
export type PasswordContext = readonly string[];

const PRODUCT_WORDS = ["orucrm", "oru", "crm"];
const FEWEST_DISTINCT = 4;
const FEWEST_OWN_CHARACTERS = 4;

/**
 * Why a new password is not taken, or null. No rule of composition: length, the
 * most used passwords (also with digits or signs behind them), and words that
 * are known about the person.
 */
export function refusePassword(password: string, context: PasswordContext): PasswordRefusal | null {
  const characters = [...password.normalize("NFKC")];
  if (characters.length < PASSWORD_MIN) return "too_short";
  if (characters.length > PASSWORD_MAX) return "too_long";
  const lower = characters.join("").toLowerCase();
  if (new Set(lower).size < FEWEST_DISTINCT) return "common";
  if (isCommonPassword(lower) || isCommonPassword(withoutTail(lower))) return "common";
  return isPersonal(lower, context) ? "personal" : null;
}

/** "sunshine2024!" is guessed right after "sunshine". */
function withoutTail(lower: string): string {
  const characters = [...lower];
  while (characters.length > 0 && !/\p{L}/u.test(characters.at(-1) ?? "")) characters.pop();
  return characters.join("");
}

/** Personal when little is left once the known words and all digits and signs are taken out. */
function isPersonal(lower: string, context: PasswordContext): boolean {
  let rest = lower;
  for (const word of contextWords(context)) rest = rest.replaceAll(word, "");
  const own = rest.replace(/[^\p{L}]/gu, "").length;
  return rest !== lower && own < FEWEST_OWN_CHARACTERS;
}

/** Longest first, so that a word inside another one does not split it. */
function contextWords(context: PasswordContext): string[] {
  const words = context.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...words, ...PRODUCT_WORDS])]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
}
