import { cleanText } from "~/lib/clean-text";
import { isCurrencyCode } from "~/lib/money";

const LONGEST_TEXT = 500;
const LONGEST_URL = 2000;
const ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})?$/;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text or number as trimmed, storable text; null for blank and for anything else. */
export function readText(value: unknown, maxLength = LONGEST_TEXT): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" ? cleanText(value, maxLength) : null;
}

/** A text as it is, a number or a flag as text; null for anything else. What checksums are made over. */
export function readRaw(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** The first of the named fields that holds a text. */
export function readFirst(record: Record<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const text = readText(record[name]);
    if (text !== null) return text;
  }
  return null;
}

/**
 * A platform's id as text. Zero is how platforms write "none", and a number
 * beyond safe integers has lost digits already: both are null.
 */
export function readId(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  if (typeof value !== "string") return null;
  const id = value.trim();
  return ID.test(id) && id !== "0" ? id : null;
}

/** An ISO 8601 time as UTC with `Z`; `offset` ("Z", "+08:00") applies when the text names none. Null for anything else. */
export function readTime(value: unknown, offset: string): string | null {
  // Ruby writes a space before the offset.
  const text = typeof value === "string" ? value.trim().replace(/ (?=[+-]\d{4}$)/, "") : null;
  const match = text === null ? null : DATE_TIME.exec(text);
  if (!match) return null;
  const [, date = "", time = "", ownOffset = offset] = match;
  const instant = new Date(`${date}T${time}${ownOffset.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
  const year = instant.getUTCFullYear();
  // Also refuses invalid dates, whose year is NaN, and what a zeroed column holds.
  return year >= 1970 && year <= 9999 ? instant.toISOString() : null;
}

/** Seconds since 1970 as UTC with `Z`; null for anything else. */
export function readUnixTime(value: unknown): string | null {
  const seconds = readNumber(value);
  const isPlausible = seconds !== null && seconds > 0 && seconds < 253_402_300_800;
  return isPlausible ? new Date(seconds * 1000).toISOString() : null;
}

/** A finite number, also when written as text; null for anything else. */
export function readNumber(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** A three-letter currency code in capitals, or null. */
export function readCurrency(value: unknown): string | null {
  const code = readText(value)?.toUpperCase() ?? "";
  return isCurrencyCode(code) ? code : null;
}

/** An http or https address without credentials, or null. */
export function readUrl(value: unknown): string | null {
  const text = readText(value, LONGEST_URL + 1);
  if (text === null || text.length > LONGEST_URL) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSafe = /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  return isSafe ? url.href : null;
}
