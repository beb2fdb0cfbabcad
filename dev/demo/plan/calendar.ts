import type { Random } from "./random";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** Malaysia has no summer time. */
export const MALAYSIA_OFFSET_MS = 8 * HOUR_MS;

/** How far back the demo's orders go. */
export const DAYS = 120;

/** Orders by hour of the day in Malaysia: lunch, and evenings once the children sleep. */
const HOURS = [14, 6, 3, 2, 2, 3, 6, 12, 22, 30, 34, 36, 44, 42, 34, 32, 34, 36, 38, 48, 68, 84, 78, 44];

/** From Sunday. */
const WEEKDAYS = [1.15, 0.95, 0.9, 0.92, 0.98, 1.08, 1.1];

/**
 * When the orders of the last 120 days were placed, oldest first, none later than
 * `now`: about `count` of them, growing over time, with the rhythm of weekdays,
 * paydays and double days.
 */
export function orderInstants(now: Date, count: number, random: Random): Date[] {
  const today = Math.floor((now.getTime() + MALAYSIA_OFFSET_MS) / DAY_MS) * DAY_MS;
  const days = Array.from({ length: DAYS }, (_, index) => {
    const local = new Date(today - (DAYS - 1 - index) * DAY_MS);
    const growth = 0.75 + (0.5 * index) / DAYS;
    return { local, weight: growth * dayWeight(local) * (0.85 + random.next() * 0.3) };
  });
  const total = days.reduce((sum, day) => sum + day.weight, 0);
  const instants = days.flatMap(({ local, weight }) => {
    const orders = Math.floor((count * weight) / total + random.next());
    return Array.from({ length: orders }, () => instantOf(local, random));
  });
  return instants.filter((at) => at <= now).sort((a, b) => a.getTime() - b.getTime());
}

/** What a day is worth. `local` holds the day in Malaysia as if it were UTC. */
function dayWeight(local: Date): number {
  const day = local.getUTCDate();
  const month = local.getUTCMonth() + 1;
  const weekday = WEEKDAYS[local.getUTCDay()] ?? 1;
  return weekday * payday(day) * (day === month ? doubleDay(month) : 1);
}

/** Salaries come around the 25th, allowances mid-month; before them purses are empty. */
function payday(day: number): number {
  if (day >= 25 && day <= 28) return 1.4;
  if (day <= 2) return 1.2;
  if (day === 15 || day === 16) return 1.1;
  return day >= 20 && day <= 24 ? 0.92 : 1;
}

/** 11.11 and 12.12 are the year's sales. */
function doubleDay(month: number): number {
  if (month === 11) return 4.5;
  if (month === 12) return 3.5;
  return month === 10 || month === 9 ? 2 : 1.3;
}

function instantOf(local: Date, random: Random): Date {
  const hour = random.weighted(HOURS.map((weight, index) => [index, weight] as const));
  const within = hour * HOUR_MS + random.whole(0, 3599) * 1000;
  return new Date(local.getTime() + within - MALAYSIA_OFFSET_MS);
}
