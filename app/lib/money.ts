/** ISO 4217 currencies whose minor unit is not a hundredth. */
const UNUSUAL_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

const USUAL_DIGITS = 2;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const SMALLEST_PLAIN_NUMBER = 1e-6;

/** Whether the text has the form of an ISO 4217 code: three capital letters. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** How many decimal digits the currency's minor unit has; 2 for codes that are not known to differ. */
export function currencyDigits(currency: string): number {
  return Object.hasOwn(UNUSUAL_DIGITS, currency) ? (UNUSUAL_DIGITS[currency] ?? USUAL_DIGITS) : USUAL_DIGITS;
}

/**
 * Reads a decimal amount ("29.35", "-10", 3.5) as integer minor units of the
 * currency, digit by digit, never through floating point. Digits beyond the
 * minor unit are rounded half away from zero, as shops do. Null for anything
 * else (thousands separators, symbols, exponents) and beyond safe integers.
 */
export function toMinorUnits(amount: string | number, currency: string): number | null {
  const match = DECIMAL.exec(plainDecimal(amount));
  const [, sign, whole = "", fraction = ""] = match ?? [];
  if (!match || (whole === "" && fraction === "")) return null;

  const digits = currencyDigits(currency);
  const kept = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  const isRoundedUp = (fraction[digits] ?? "0") >= "5";
  const minor = isRoundedUp ? kept + 1 : kept;
  if (!Number.isSafeInteger(minor)) return null;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

/** Minor units as a plain decimal that `toMinorUnits` reads back: "1234.50". */
export function decimalOf(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const sign = minor < 0 ? "-" : "";
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}

/** Adds minor units; beyond safe integers the sum stays at the bound, so that no absurd input becomes a fraction. */
export function sumMinorUnits(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) {
    sum = Math.min(Math.max(sum + amount, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
  }
  return sum;
}

/** JavaScript writes numbers below a millionth with an exponent; as money they are zero. */
function plainDecimal(amount: string | number): string {
  if (typeof amount === "string") return amount.trim();
  return Math.abs(amount) < SMALLEST_PLAIN_NUMBER ? "0" : String(amount);
}
