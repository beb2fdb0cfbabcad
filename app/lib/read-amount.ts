import { isCurrencyCode } from "./money";
import { type DecimalMark, readDecimal } from "./read-decimal";

/** Signs that stand for one currency in this region. A bare `$` stands for any. */
const SIGNS: Readonly<Record<string, string>> = {
  RM: "MYR",
  S$: "SGD",
  B$: "BND",
  US$: "USD",
  A$: "AUD",
  HK$: "HKD",
  NT$: "TWD",
  RP: "IDR",
  "€": "EUR",
  "£": "GBP",
  "฿": "THB",
  "₱": "PHP",
  "₫": "VND",
};
const LONGEST_TEXT = 60;

/**
 * Reads money as people write it ("RM 1,234.50", "12,90 MYR", "-S$5", "(3.00)") as a plain
 * decimal text beside the currency that it names, null where it names none; null when
 * it is no money.
 */
export function readAmount(
  text: string,
  mark: DecimalMark | null,
): { decimal: string; currency: string | null } | null {
  if (text.length > LONGEST_TEXT) return null;
  const plain = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const sign = /^[+-]/.exec(plain)?.[0] ?? "";
  const unsigned = plain.slice(sign.length);
  const before = /^[^\d.,()+-]+/.exec(unsigned)?.[0] ?? "";
  const rest = unsigned.slice(before.length);
  const amount = /^[\d.,()+-]+/.exec(rest)?.[0] ?? "";
  const after = rest.slice(amount.length);
  const named = before || after;
  const decimal = readDecimal(sign + amount, mark);
  if (decimal === null || (before !== "" && after !== "")) return null;
  if (named === "" || named === "$") return { decimal, currency: null };
  const currency = readCurrencyName(named);
  return currency === null ? null : { decimal, currency };
}

/** A currency by its ISO 4217 code or its sign; null when it is neither. */
export function readCurrencyName(text: string): string | null {
  const name = text.normalize("NFKC").trim().toUpperCase();
  return SIGNS[name] ?? (isCurrencyCode(name) ? name : null);
}
