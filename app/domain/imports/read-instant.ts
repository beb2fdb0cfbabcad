import { TZDate } from "@date-fns/tz";
import { type DateOrder, readDate } from "~/lib/read-date";

const CLOCK =
  /[t\s](\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d{1,9})?\s?([a-z.]{1,10})?(?:\s?([+-]\d{2}):?(\d{2}))?$/;
const SPREADSHEET_DAYS = /^[2-7]\d{4}\.(\d{1,12})$/;
const DAY_SECONDS = 86_400;
const MORNING = new Set(["am", "a.m.", "pg", "pagi"]);
const EVENING = new Set(["pm", "p.m.", "ptg", "petang", "malam", "tgh", "tengahari"]);

/**
 * Reads a day, with its time of day if there is one, as people, shops and spreadsheets
 * write it, as ISO 8601 UTC; null when it is none. A time without an offset of its own is
 * of the IANA zone, and a day without a time begins there.
 */
export function readInstant(text: string, order: DateOrder, timeZone: string): string | null {
  const day = readDate(text, order);
  if (day === null) return null;
  const plain = text.normalize("NFKC").trim().toLowerCase();
  const part = SPREADSHEET_DAYS.exec(plain)?.[1];
  if (part) return inZone(day, Math.round(Number(`0.${part}`) * DAY_SECONDS), timeZone);
  const clock = CLOCK.exec(plain);
  if (!clock) return inZone(day, 0, timeZone);
  const [, hours = "", minutes = "", seconds = "0", word = "", offsetHours, offsetMinutes = "0"] = clock;
  const hour = hourOf(Number(hours), word);
  if (hour === null || hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const second = hour * 3600 + Number(minutes) * 60 + Number(seconds);
  const isUtc = word === "z" || word === "utc" || word === "gmt";
  if (!isUtc && offsetHours === undefined) return inZone(day, second, timeZone);
  const sign = offsetHours?.startsWith("-") ? -1 : 1;
  const offset = Number(offsetHours ?? 0) * 60 + sign * Number(offsetMinutes);
  return new Date(Date.parse(`${day}T00:00:00Z`) + (second - offset * 60) * 1000).toISOString();
}

/** The hour of 24; null where the word after the time means nothing. */
function hourOf(hour: number, word: string): number | null {
  if (word === "" || word === "z" || word === "utc" || word === "gmt") return hour;
  if (MORNING.has(word)) return hour === 12 ? 0 : hour;
  if (EVENING.has(word)) return hour < 12 ? hour + 12 : hour;
  return null;
}

function inZone(day: string, second: number, timeZone: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date, 0, 0, second, timeZone).getTime()).toISOString();
}
