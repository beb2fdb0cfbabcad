import { compareTexts } from "./compare-texts";

/** A name as it is compared with others: its telling words, and whether it says son or daughter of. */
export type ComparableName = { words: string[]; lineage: "son" | "daughter" | null };

const SON = /(?:^|\s)(?:bin|b\.|a ?[/.] ?l\.?|s ?[/.] ?o\.?|anak lelaki)(?=\s)/i;
const DAUGHTER = /(?:^|\s)(?:binti|binte|bte?\.?|a ?[/.] ?p\.?|d ?[/.] ?o\.?|anak perempuan)(?=\s)/i;
const LINEAGE =
  /(^|\s)(?:bin|b\.|binti|binte|bte?\.?|a ?[/.] ?[lp]\.?|[sd] ?[/.] ?o\.?|anak(?: lelaki| perempuan)?)(?=\s)/gi;

const TITLES = new Set(
  "en encik pn puan cik tuan dr prof hj haji hjh hajah datuk dato datin tan sri mr mrs ms miss madam mdm sir ir ts".split(
    " ",
  ),
);

/** Ways of writing one name, by the way it is compared. */
const FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "muhammad mohd mohamad mohamed mohammad mohammed muhamad muhammed muhd mohammud md mhd",
    "abdul abd abdull abdel",
    "ahmad ahmed ahmat",
    "nur noor nor nour",
    "nurul noorul norul",
    "siti sity st",
    "hussain husain hussein husin hussin hosein",
    "ibrahim ebrahim",
    "yusof yusuf yusoff yousef yusouf",
    "ismail esmail",
    "aisyah aishah aisha ayesha",
    "fatimah fatima fatimat",
    "osman uthman usman othman",
    "omar umar",
    "rahman rahaman",
  ].flatMap((line) => {
    const [form = "", ...others] = line.split(" ");
    return others.map((other) => [other, form]);
  }),
);

/** Reads a name for comparison: folded, without titles, with one form for names that are written in many. */
export function readName(name: string): ComparableName {
  const text = ` ${name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()} `;
  const lineage = DAUGHTER.test(text) ? "daughter" : SON.test(text) ? "son" : null;
  const words = text
    .replace(LINEAGE, "$1")
    .replace(/['’‘ʼ`´@]/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "" && !TITLES.has(word))
    .map((word) => FORMS[word] ?? word);
  return { words, lineage };
}

/** How a word sounds, roughly: romanized names are spelled by ear. */
export function soundOf(word: string): string {
  const plain = word
    .replace(/ph/g, "f")
    .replace(/(?:kh|q|ck)/g, "k")
    .replace(/(?:sy|sh)/g, "s")
    .replace(/th/g, "t")
    .replace(/dz/g, "z")
    .replace(/(?:oo|ou)/g, "u")
    .replace(/(?:ee|y)/g, "i")
    .replace(/([aeiou])h/g, "$1");
  return plain.replace(/(.)\1+/g, "$1");
}

/**
 * How alike two names are, from 0 to 1: 1 in every order and spacing of the same
 * words; a shorter name within a longer one counts less; father's name first or last
 * does not matter. A son and a daughter are 0.
 */
export function nameLikeness(one: ComparableName, other: ComparableName): number {
  if (one.lineage && other.lineage && one.lineage !== other.lineage) return 0;
  if (one.words.length === 0 || other.words.length === 0) return 0;
  if (one.words.join("") === other.words.join("")) return 1;
  const [short = [], long = []] = [one.words, other.words].sort(byLength);
  const left = [...long];
  let matched = 0;
  for (const word of short) {
    const best = left
      .map((candidate, at) => ({ at, likeness: wordLikeness(word, candidate) }))
      .reduce((a, b) => (b.likeness > a.likeness ? b : a), { at: -1, likeness: 0 });
    if (best.likeness === 0) continue;
    matched += best.likeness;
    left.splice(best.at, 1);
  }
  const [own, share] = [matched / short.length, matched / long.length];
  if (short.length === 1 && long.length > 1) return own * 0.5;
  return own < 0.85 ? share : Math.max(share, own * 0.85);
}

/** The shorter first, then by text, so that a pair is compared the same way from both sides. */
function byLength(a: string[], b: string[]): number {
  return a.length - b.length || compareTexts(a.join(" "), b.join(" "));
}

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length >= 3 && b.length >= 3 && soundOf(a) === soundOf(b)) return 0.92;
  if (Math.min(a.length, b.length) >= 4 && Math.max(a.length, b.length) >= 5 && isOneEditApart(a, b))
    return 0.88;
  return (a.length === 1 || b.length === 1) && a[0] === b[0] ? 0.5 : 0;
}

function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}
