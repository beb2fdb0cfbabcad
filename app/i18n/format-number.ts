import { currencyDigits } from "~/lib/money";
import type { Language } from "./languages";

const LOCALES: Record<Language, string> = { en: "en-MY", ms: "ms-MY" };

// A space that does not break, so that "RM" never ends a line without its amount.
const NBSP = "\u00a0";
const MINUS = "\u2212";

/** "1,204". */
export function formatNumber(value: number | bigint, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value).replace("-", MINUS);
}

/** "12.5%" from 0.125: at most one digit after the point, none from 100 % on. */
export function formatPercent(ratio: number, language: Language): string {
  const digits = Math.abs(ratio) >= 1 ? 0 : 1;
  return new Intl.NumberFormat(LOCALES[language], { style: "percent", maximumFractionDigits: digits })
    .format(ratio)
    .replace("-", MINUS);
}

/**
 * "RM 1,234.50" from 123450 minor units and "MYR". Exact for any size; other
 * currencies carry their ISO code ("SGD 12.00"), since several call theirs "$".
 */
export function formatMoney(minor: number | bigint, currency: string, language: Language): string {
  const digits = currencyDigits(currency);
  const amount = BigInt(minor);
  const size = amount < 0n ? -amount : amount;
  const unit = 10n ** BigInt(digits);
  const whole = new Intl.NumberFormat(LOCALES[language]).format(size / unit);
  const rest = digits === 0 ? "" : `.${String(size % unit).padStart(digits, "0")}`;
  const sign = currency === "MYR" ? "RM" : currency;
  return `${amount < 0n ? MINUS : ""}${sign}${NBSP}${whole}${rest}`;
}

const STEPS = [
  { from: 1_000_000, sign: { en: "M", ms: "j" } },
  { from: 1000, sign: { en: "k", ms: "rb" } },
];

/** "1.2k", "3M" (in Malay "1.2rb", "3j"): for axes, never where the exact figure matters. */
export function formatCompact(value: number, language: Language): string {
  const step = STEPS.find(({ from }) => Math.abs(value) >= from);
  if (!step) return formatNumber(Math.round(value * 10) / 10, language);
  return `${formatNumber(Math.round((value / step.from) * 100) / 100, language)}${step.sign[language]}`;
}
