/** Where day, month and year stand in a date of numbers. A year of four digits is known wherever it stands. */
export const DATE_ORDERS = ["dmy", "mdy", "ymd", "ydm", "myd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Beginnings of month names in English and Malay. */
const MONTHS = [
  ["jan"],
  ["feb"],
  ["mar", "mac"],
  ["apr"],
  ["may", "mei"],
  ["jun"],
  ["jul"],
  ["aug", "ogo"],
  ["sep"],
  ["oct", "okt"],
  ["nov"],
  ["dec", "dis"],
];
const TIME_OF_DAY = /(?:t\s?|\s)\d{1,2}[:.]\d{2}/i;
const SPREADSHEET_DAYS = /^([2-7]\d{4})(?:\.\d+)?$/;
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2200;
const LONGEST_TEXT = 60;

/**
 * Reads a calendar day as people and spreadsheets write it ("23/11/2026", "23 Nov
 * 26", "2026-11-23T08:00", 46349) as `YYYY-MM-DD`; null when it is none. `order` decides
 * what the numbers alone leave open. A time of day is left out.
 */
export function readDate(text: string, order: DateOrder): string | null {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  if (plain.length > LONGEST_TEXT) return null;
  const days = SPREADSHEET_DAYS.exec(plain)?.[1];
  if (days) return new Date(SPREADSHEET_EPOCH + Number(days) * DAY_MS).toISOString().slice(0, 10);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (compact) return calendarDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const parts = withoutTime(plain).match(/\p{L}+|\d+/gu) ?? [];
  if (parts.length !== 3) return null;
  const named = parts.findIndex((part) => /\p{L}/u.test(part));
  return named >= 0 ? readNamed(parts, named) : readNumbers(parts, order);
}

function withoutTime(text: string): string {
  const at = text.search(TIME_OF_DAY);
  return at < 0 ? text : text.slice(0, at);
}

function readNamed(parts: readonly string[], at: number): string | null {
  const month = MONTHS.findIndex((names) => names.some((name) => parts[at]?.startsWith(name))) + 1;
  const [first = "", second = ""] = parts.filter((_, index) => index !== at);
  const [year, day] = first.length === 4 ? [first, second] : [second, first];
  return calendarDay(fullYear(year), month, Number(day));
}

function readNumbers(parts: readonly string[], order: DateOrder): string | null {
  const fullAt = parts.findIndex((part) => part.length === 4);
  const yearAt = fullAt >= 0 ? fullAt : order.indexOf("y");
  const [first = "", second = ""] = parts.filter((_, index) => index !== yearAt);
  // A year in front is followed by the month in every order but one.
  const isDayFirst = fullAt === 0 ? order === "ydm" : order.indexOf("d") < order.indexOf("m");
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return calendarDay(fullYear(parts[yearAt] ?? ""), Number(month), Number(day));
}

/** Two digits are of this century up to 69. */
function fullYear(text: string): number {
  if (text.length === 2) return Number(text) + (Number(text) < 70 ? 2000 : 1900);
  return text.length === 4 ? Number(text) : Number.NaN;
}

function calendarDay(year: number, month: number, day: number): string | null {
  if (!(year >= EARLIEST_YEAR && year <= LATEST_YEAR)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
