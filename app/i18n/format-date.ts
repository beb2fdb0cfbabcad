import { DATE_WORDS } from "./format-words";
import type { Language } from "./languages";

type ZonedTime = { year: number; month: number; day: number; hour: number; minute: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

// Making an Intl formatter is slow; zones are few and the same for everybody.
const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  zoneFormats.set(zone, made);
  return made;
}

/** The clock on the wall in `zone` at that instant. */
function zonedTime(at: Date, zone: string): ZonedTime {
  const parts = zoneFormat(zone).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
  };
}

/** "23 Nov 2026". `at` is an instant: a Date or ISO text. */
export function formatDate(at: Date | string, zone: string, language: Language): string {
  const { year, month, day } = zonedTime(new Date(at), zone);
  return `${day} ${DATE_WORDS[language].months[month - 1]} ${year}`;
}

/** "23 Nov": for axes and lists whose year is plain. */
export function formatDay(at: Date | string, zone: string, language: Language): string {
  const { month, day } = zonedTime(new Date(at), zone);
  return `${day} ${DATE_WORDS[language].months[month - 1]}`;
}

/** "3:05 pm". */
export function formatTime(at: Date | string, zone: string, language: Language): string {
  const { hour, minute } = zonedTime(new Date(at), zone);
  const words = DATE_WORDS[language];
  return `${hour % 12 || 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? words.am : words.pm}`;
}

/** "23 Nov 2026, 3:05 pm". */
export function formatDateTime(at: Date | string, zone: string, language: Language): string {
  return `${formatDate(at, zone, language)}, ${formatTime(at, zone, language)}`;
}

/** Whole calendar days in `zone` from `from` to `to`. */
function calendarDays(from: Date, to: Date, zone: string): number {
  const dayOf = (at: Date) => {
    const { year, month, day } = zonedTime(at, zone);
    return Date.UTC(year, month - 1, day) / DAY_MS;
  };
  return dayOf(to) - dayOf(from);
}

/**
 * "just now", "5 min ago", "3 hours ago", "yesterday", "4 days ago"; from a week on
 * the date. The future likewise: "in 5 min", "tomorrow".
 */
export function formatRelative(at: Date | string, now: Date, zone: string, language: Language): string {
  const moment = new Date(at);
  const words = DATE_WORDS[language];
  const distance = moment.getTime() - now.getTime();
  const amount = Math.abs(distance);
  const place = distance < 0 ? words.ago : words.ahead;
  if (amount < MINUTE_MS) return words.justNow;
  if (amount < HOUR_MS) return place(words.units.minute(Math.floor(amount / MINUTE_MS)));
  const days = calendarDays(now, moment, zone);
  if (days === 0 || amount < 6 * HOUR_MS) return place(words.units.hour(Math.floor(amount / HOUR_MS)));
  if (days === -1) return words.yesterday;
  if (days === 1) return words.tomorrow;
  if (Math.abs(days) < 7) return place(words.units.day(Math.abs(days)));
  return formatDate(moment, zone, language);
}
