import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

const LONGEST_TEXT = 120;
const ALTERNATIVES = /[/;,|&\n]|\s(?:or|atau|dan|and)\s/i;
const EXTENSION = /ext|samb|x|#/i;
const SCIENTIFIC = /^(\d)(?:\.(\d+))?e\+?(\d{1,2})$/i;
const WHOLE_DECIMAL = /^(\d+)\.0+$/;

/** Calling codes that sellers in the region write without a plus: MY, SG, ID, TH, PH, VN, BN. */
const REGIONAL_CALLING_CODES = ["60", "65", "62", "66", "63", "84", "673"];

/**
 * Normalizes a phone number as typed to E.164 ("+60123456789"), or null when no
 * valid number can be read with certainty. Repairs what Malaysian forms and
 * Excel do to numbers: a lost leading zero, a missing plus, `00`, `+60 0…`, a
 * whole number written as 6.0123456789E+10. Of several numbers the first valid one wins.
 * `defaultCountry` is ISO 3166-1 alpha-2 and applies to national numbers. Never throws.
 */
export function normalizePhone(raw: string | null, defaultCountry: string | null = "MY"): string | null {
  if (raw === null || raw.length > LONGEST_TEXT) return null;
  for (const part of raw.normalize("NFKC").split(ALTERNATIVES)) {
    const phone = normalizeOne(part.trim(), defaultCountry);
    if (phone !== null) return phone;
  }
  return null;
}

function normalizeOne(text: string, country: string | null): string | null {
  const whole = expandSpreadsheetNumber(text);
  if (whole === null) return null;
  const plain = whole.split(EXTENSION, 1)[0]?.trimEnd() ?? "";
  const digits = plain.replace(/\D/g, "");
  if (/^\D*\+/.test(plain)) return international(digits);
  if (digits.startsWith("00")) return international(digits.slice(2));
  return (
    (country === "MY" && digits.startsWith("60") ? international(digits) : null) ??
    national(digits, country) ??
    (REGIONAL_CALLING_CODES.some((code) => digits.startsWith(code)) ? international(digits) : null)
  );
}

/** Null when a spreadsheet has rounded digits away: a wrong number is worse than none. */
function expandSpreadsheetNumber(text: string): string | null {
  const match = SCIENTIFIC.exec(text);
  if (!match) return WHOLE_DECIMAL.exec(text)?.[1] ?? text;
  const [, first = "", fraction = "", exponent] = match;
  return fraction.length === Number(exponent) ? first + fraction : null;
}

function international(digits: string): string | null {
  // "+60 012-345 6789": the national zero does not belong after the calling code.
  const phone = parsePhoneNumberFromString(`+${digits.replace(/^600+/, "60")}`);
  return phone?.isValid() ? phone.number : null;
}

function national(digits: string, country: string | null): string | null {
  if (country === null || !isSupportedCountry(country)) return null;
  const phone = parsePhoneNumberFromString(digits, country);
  return phone?.isValid() ? phone.number : null;
}
