export type DecimalMark = "." | ",";

const LONGEST_TEXT = 60;
const NUMBER = /^[+-]?[.,]*\d[\d.,]*$/;

/**
 * Reads a number as people write it ("1,234.50", "1.234,50", "1 234", "(12)") as a plain
 * decimal text ("1234.50"); null when it is none. Without `mark` the text itself tells its
 * decimal mark: the last of two kinds; a comma before exactly three digits separates thousands.
 */
export function readDecimal(text: string, mark: DecimalMark | null): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const spaced = text
    .normalize("NFKC")
    .replace(/[\u2212\u2013]/g, "-")
    .trim();
  const isBracketed = /^\(.+\)$/.test(spaced);
  const plain = (isBracketed ? spaced.slice(1, -1) : spaced).replace(/[\s'’_]/g, "");
  if (!NUMBER.test(plain)) return null;
  const decimal = mark ?? guessMark(plain);
  const thousands = decimal === "." ? "," : ".";
  const [whole = "", fraction = "", ...rest] = plain.split(decimal);
  if (rest.length > 0 || fraction.includes(thousands) || !isGrouped(whole, thousands)) return null;
  const digits = whole
    .replaceAll(thousands, "")
    .replace(/^([+-]?)\+?/, "$1")
    .replace("+", "");
  const joined = fraction === "" ? digits : `${digits}.${fraction}`;
  return isBracketed ? `-${joined}` : joined;
}

/** A decimal text as an integer of 10^-digits, rounded half away from zero; null beyond safe integers. */
export function scaleDecimal(decimal: string, digits: number): number | null {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(decimal) ?? [];
  if (whole === "" && fraction === "") return null;
  const kept = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  const scaled = (fraction[digits] ?? "0") >= "5" ? kept + 1 : kept;
  if (!Number.isSafeInteger(scaled)) return null;
  return sign === "-" && scaled !== 0 ? -scaled : scaled;
}

/** The scaled integer as a plain decimal text, without zeros that say nothing. */
export function unscaleDecimal(scaled: number, digits: number): string {
  const text = String(Math.abs(scaled)).padStart(digits + 1, "0");
  const padded = text.slice(text.length - digits);
  const fraction = padded.slice(0, padded.search(/[1-9]0*$/) + 1);
  const whole = text.slice(0, text.length - digits);
  return `${scaled < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

function guessMark(text: string): DecimalMark {
  const [dot, comma] = [text.lastIndexOf("."), text.lastIndexOf(",")];
  if (dot >= 0 && comma >= 0) return dot > comma ? "." : ",";
  if (comma < 0) return text.indexOf(".") === dot ? "." : ",";
  const isThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text);
  return isThousands ? "." : ",";
}

/** Groups of thousands hold three digits (two in Indian lakhs); none may be empty. */
function isGrouped(whole: string, mark: string): boolean {
  const [first = "", ...groups] = whole.replace(/^[+-]/, "").split(mark);
  if (groups.length === 0) return true;
  return (
    /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{2,3}$/.test(group)) && groups.at(-1)?.length === 3
  );
}
