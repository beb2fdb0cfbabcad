import { TZDate } from "@date-fns/tz";
import { localDay } from "./local-days";

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/;

/**
 * A day (`2026-11-23`) or a day and time (`2026-11-23T15:05`) on the zone's clock as ISO 8601
 * UTC; a day by itself begins at midnight. Null for what is none.
 */
export function instantIn(zone: string, local: string): string | null {
  const parts = LOCAL.exec(local);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const at = new TZDate(year, month - 1, day, hour, minute, zone);
  const isThatDay = at.getMonth() === month - 1 && at.getDate() === day && hour < 24 && minute < 60;
  return isThatDay ? new Date(at.getTime()).toISOString() : null;
}

/** The zone's clock at that instant, to the minute: `2026-11-23T15:05`. */
export function localTime(at: Date, zone: string): string {
  const local = new TZDate(at, zone);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${localDay(at, zone)}T${two(local.getHours())}:${two(local.getMinutes())}`;
}
