/** What a customer can be found by. Emails and phones are normalized (lower case, E.164). */
export type SearchFacts = {
  name: string | null;
  company: string | null;
  emails: readonly string[];
  phones: readonly string[];
};

/** Stands between what everybody may search (names) and what needs the right to see contacts. */
const CONTACTS_FROM = "|";

// A customer can gather many contacts; the first ones are the ones in use.
const MOST_CONTACTS = 20;
const LONGEST_NAME = 200;

/** Letters that Unicode does not decompose into a plain one and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/**
 * A letter of a script that is written without spaces or spelled in syllables, with
 * its marks. Each stands as a word of its own, so that one of them can be found
 * anywhere in a name, through the same index as Latin beginnings of words.
 */
const SYLLABLE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tamil}\p{Script=Thai}]\p{M}*/gu;

/** Calling codes whose national numbers begin with a zero: MY, ID, TH, PH, VN. */
const WITH_NATIONAL_ZERO = /^(?:60|62|66|63|84)(?=\d{7})/;

/** Lower case without accents; compatibility forms (full-width letters) folded. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** Whether part of the text stands syllable by syllable. */
export function hasSyllables(text: string): boolean {
  return text.search(SYLLABLE) >= 0;
}

/** Folded words, apart by one space: punctuation separates, apostrophes vanish (O'Brien is obrien). */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/['’‘ʼ`´]/g, "")
    .replace(SYLLABLE, " $& ")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** The digits of an E.164 number as people type them: with the calling code, and with the national zero. */
export function phoneForms(e164: string): string[] {
  const digits = e164.replace(/\D/g, "");
  const national = digits.replace(WITH_NATIONAL_ZERO, "0");
  return national === digits ? [digits] : [digits, national];
}

/**
 * The text of `customers.search_text`: " name company | email … 60123456789 0123456789 ".
 * It begins and ends with a space, so that " ab" finds the beginning of any word.
 */
export function composeSearchText(facts: SearchFacts): string {
  const names = [facts.name, facts.company].map((name) => foldWords((name ?? "").slice(0, LONGEST_NAME)));
  const contacts = [
    ...facts.emails.slice(0, MOST_CONTACTS).map(foldText),
    ...facts.phones.slice(0, MOST_CONTACTS).flatMap(phoneForms),
  ];
  return ` ${[...names, CONTACTS_FROM, ...contacts].filter(Boolean).join(" ")} `;
}
