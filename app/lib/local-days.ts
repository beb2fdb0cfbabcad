const DAY_MS = 86_400_000;

/**
 * The last `count` calendar days in the IANA zone, today included, oldest first,
 * as `YYYY-MM-DD`. Days are counted on the calendar, so a change of the clocks
 * neither skips nor repeats one.
 */
export function localDays(now: Date, zone: string, count: number): string[] {
  const today = Date.parse(`${localDay(now, zone)}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** The calendar day in the zone at that instant, as `YYYY-MM-DD`. */
export function localDay(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "gregory",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("year")}-${read("month")}-${read("day")}`;
}
