import type { Random } from "./random";

/** Domains that RFC 2606 and RFC 6761 keep free: no mailbox of anyone is behind them. */
const MAIL_DOMAINS = [
  ["example.com", 60],
  ["example.net", 14],
  ["example.org", 10],
  ["surat.test", 10],
  ["pejabat.test", 6],
] as const;

/** Mobile prefixes whose numbers of the form 555 xxxx are valid. */
const MOBILE_PREFIXES = ["10", "12", "13", "14", "16", "17", "19"];

/**
 * The `index`-th mobile number, as digits of the national number without its zero.
 * All have 555 in front, as numbers in films have; no two are the same.
 */
export function mobileNumber(index: number): string {
  // 7919 shares no factor with 10,000: the endings are scattered and none comes twice.
  const ending = String((index * 7919) % 10_000).padStart(4, "0");
  if (index % 9 === 8) return `115550${ending}`;
  return `${MOBILE_PREFIXES[index % MOBILE_PREFIXES.length]}555${ending}`;
}

/** A number as people write it in checkout forms. `digits` is the national number without its zero. */
export function writePhone(digits: string, random: Random): string {
  const [prefix, middle, last] = [digits.slice(0, 2), digits.slice(2, -4), digits.slice(-4)];
  const forms = [
    [`0${prefix}-${middle} ${last}`, 22],
    [`0${prefix}-${middle}${last}`, 18],
    [`0${digits}`, 24],
    [`+60${digits}`, 10],
    [`60${digits}`, 8],
    [`+60 ${prefix}-${middle} ${last}`, 6],
    [`+6 0${prefix}-${middle}${last}`, 3],
    [`0${prefix} ${middle} ${last}`, 4],
    [`(0${prefix}) ${middle}-${last}`, 2],
    [`0060${digits}`, 1],
    // As Excel leaves it.
    [digits, 2],
  ] as const;
  return random.weighted(forms);
}

/** An address from a name. `isTaken` keeps them apart: what is taken gets a number. */
export function makeEmail(latin: string, isTaken: (email: string) => boolean, random: Random): string {
  const words = latin
    .toLowerCase()
    .replace(/\b(?:binti|bin|bt|b|anak|a\/[lp])(?=[. ])/g, " ")
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
  const [first = "pembeli", second = "", ...rest] = words;
  const last = rest.at(-1) ?? second;
  const stem = random.weighted([
    [`${first}.${last}`, 5],
    [first + second, 3],
    [`${first}_${last}`, 2],
    [`${last}.${first}`, 1],
    [first.slice(0, 1) + last, 1],
  ]);
  const local = stem.replace(/^[._]|[._]$/g, "") + (random.chance(0.35) ? random.whole(71, 99) : "");
  const domain = random.weighted(MAIL_DOMAINS);
  for (let number = 1; ; number += 1) {
    const email = `${local}${number === 1 ? "" : number}@${domain}`;
    if (!isTaken(email)) return email;
  }
}

/** An address as typed: phones begin it with a capital letter. */
export function writeEmail(email: string, random: Random): string {
  return random.chance(0.12) ? email.slice(0, 1).toUpperCase() + email.slice(1) : email;
}

/** A name as typed: some in capitals, some in small letters, most as it is. */
export function writeName(name: string, random: Random): string {
  if (random.chance(0.05)) return name.toUpperCase();
  return random.chance(0.05) ? name.toLowerCase() : name;
}
