/** How a cell's number is shown: as a date, a time, both, or with this many digits at least. */
export type NumberLook = { kind: "number"; digits: number } | { kind: "date" | "time" | "dateTime" };

const PLAIN: NumberLook = { kind: "number", digits: 0 };
const DAY_MS = 86_400_000;
/** Excel's day 0, counting its day that never was: 29 February 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/** The look of a format that every workbook has without declaring it. */
export function builtInLook(id: number): NumberLook {
  if (id === 22) return { kind: "dateTime" };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return { kind: "date" };
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)
    ? { kind: "time" }
    : PLAIN;
}

/** The look of a format in the workbook's words, for example `dd/mm/yyyy` or `0000000000`. */
export function lookOf(format: string): NumberLook {
  const [positive = ""] = format.replace(/"[^"]*"|\\.|\[[^[\]]*\]|_.|\*./g, "").split(";");
  if (/^0{2,30}$/.test(positive)) return { kind: "number", digits: positive.length };
  const hasDay = /[yd]/i.test(positive) || /m{3,}/i.test(positive);
  const hasTime = /[hs]/i.test(positive);
  if (/general/i.test(positive) || !(hasDay || hasTime)) return PLAIN;
  return { kind: hasDay && hasTime ? "dateTime" : hasDay ? "date" : "time" };
}

/** A stored number as text: dates as `2026-11-23`, whole numbers in full, zeros in front where the format shows them. */
export function showNumber(stored: string, look: NumberLook, is1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  if (look.kind === "number") return showPlain(value, look.digits);
  if (value < 0 || value > LAST_DAY) return showPlain(value, 0);
  const at = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(value * 86_400) * 1000);
  const [day = "", time = ""] = at.toISOString().slice(0, 19).split("T");
  const isWholeDay = at.getTime() % DAY_MS === 0;
  if (look.kind === "time" && value < 1) return time;
  return look.kind === "date" || isWholeDay ? day : `${day} ${time}`;
}

function showPlain(value: number, digits: number): string {
  const text = Number.isInteger(value) ? BigInt(value).toString() : String(value);
  return digits > 0 && /^\d+$/.test(text) ? text.padStart(digits, "0") : text;
}
