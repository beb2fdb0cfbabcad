import { normalizeEmail } from "~/lib/email";
import { normalizePhone } from "~/lib/phone";
import { foldText, foldWords, hasSyllables } from "./search-text";

/** What a typed query asks of `search_customers`; all arrays may be empty. */
export type SearchTerms = {
  /** LIKE patterns over `search_text`, the most telling first; all must match. */
  patterns: string[];
  /** The same at the beginning of words: those who match all come first. */
  starts: string[];
  /** The whole query as normalized email or E.164 phone. */
  contacts: string[];
  /** The whole query as order number, in the ways shops write one ("1024", "#1024"). */
  numbers: string[];
};

type Term = { text: string; isAnywhere: boolean };

const LONGEST_QUERY = 200;
const MOST_TERMS = 8;
/** Fewer letters than a trigram has match at the beginning of words only. */
const SHORTEST_ANYWHERE = 3;

const NUMERIC = /^[+(]*\d[\d().+–-]*$/;
const SPREADSHEET = /^\d\.\d{1,14}e\+?\d{1,2}$/i;
const ORDER_NUMBER = /^#?(?=.*\d)[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u;

/** Reads what somebody typed into a search box. Null when there is nothing to look for. */
export function parseSearchQuery(typed: string): SearchTerms | null {
  const query = typed.normalize("NFKC").trim().slice(0, LONGEST_QUERY);
  if (query === "") return null;
  const told = joinNumbers(query.split(/\s+/).map(repairNumber)).flatMap(termsOf);
  const terms = [...new Map(told.map((term) => [term.text, term])).values()]
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, MOST_TERMS);
  return {
    patterns: terms.map(({ text, isAnywhere }) => `%${isAnywhere ? "" : " "}${escapeLike(text)}%`),
    starts: terms.map(({ text }) => `% ${escapeLike(text)}%`),
    contacts: [normalizeEmail(query), isNumeric(query) ? normalizePhone(query) : null].filter(
      (contact) => contact !== null,
    ),
    numbers: orderNumbers(query),
  };
}

/** A phone that a spreadsheet wrote as 6.0123456789E+10, as it was. */
function repairNumber(token: string): string {
  return SPREADSHEET.test(token) ? (normalizePhone(token) ?? token) : token;
}

/** "+60 12-345 6789" is one number, however it is spaced. */
function joinNumbers(tokens: string[]): string[] {
  const joined: string[] = [];
  let isInNumber = false;
  for (const token of tokens) {
    const isNumber = NUMERIC.test(token);
    if (isNumber && isInNumber) joined[joined.length - 1] += token;
    else joined.push(token);
    isInNumber = isNumber;
  }
  return joined;
}

function termsOf(token: string): Term[] {
  if (NUMERIC.test(token)) {
    const digits = phoneDigits(token);
    return [{ text: digits, isAnywhere: digits.length >= SHORTEST_ANYWHERE }];
  }
  if (token.includes("@")) return [{ text: foldText(token), isAnywhere: true }];
  const words = foldWords(token);
  if (words === "") return [];
  // One syllable is one word in the text; several in a row must stand together.
  if (hasSyllables(words)) return [{ text: words, isAnywhere: false }];
  return words.split(" ").map((text) => ({ text, isAnywhere: [...text].length >= SHORTEST_ANYWHERE }));
}

/** The digits as they stand in the text: no international prefix, no zero after Malaysia's code. */
function phoneDigits(token: string): string {
  return token
    .replace(/\D/g, "")
    .replace(/^00(?=\d{3})/, "")
    .replace(/^600+(?=\d)/, "60");
}

function isNumeric(query: string): boolean {
  return NUMERIC.test(query.replace(/\s+/g, ""));
}

function orderNumbers(query: string): string[] {
  if (!ORDER_NUMBER.test(query)) return [];
  const plain = query.replace(/^#/, "");
  return [...new Set([plain, plain.toUpperCase(), `#${plain}`, `#${plain.toUpperCase()}`])];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
