import { tzOffset } from "@date-fns/tz";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** 1 January 1970 was a Thursday. */
const HOURS_TO_THURSDAY = 72;

export const HOURS_OF_WEEK = 168;

/** The hour on the zone's clock at that instant, counted from Monday 00:00 as 0 to Sunday 23:00 as 167. */
export function hourOfWeek(at: number, zone: string): number {
  const local = at + tzOffset(zone, new Date(at)) * MINUTE_MS;
  return (Math.floor(local / HOUR_MS) + HOURS_TO_THURSDAY) % HOURS_OF_WEEK;
}
