import { HOURS_OF_WEEK } from "./hour-of-week";

/** What came in one hour, `hour` being its place in the week. */
export type CountedHour = { hour: number; received: number };

/** So many weeks of a shop's own hour weigh as much as what its day and its time of day suggest. */
const PRIOR_WEEKS = 3;

/**
 * Deliveries to expect in each hour of the week. What few weeks saw of one hour is
 * blended with its neighbours, and with what that weekday and that time of day
 * bring in general, so that an hour in which nothing ever came is not certain to
 * stay empty.
 */
export function usualWeek(hours: readonly CountedHour[]): number[] {
  const sums = new Array<number>(HOURS_OF_WEEK).fill(0);
  const weeks = new Array<number>(HOURS_OF_WEEK).fill(0);
  for (const { hour, received } of hours) {
    sums[hour] = (sums[hour] ?? 0) + received;
    weeks[hour] = (weeks[hour] ?? 0) + 1;
  }
  const near = sums.map((_, hour) => blurred(sums, hour));
  const nearWeeks = weeks.map((_, hour) => blurred(weeks, hour));
  const all = rate(near, nearWeeks, () => true);
  if (all === 0) return sums;
  const byDay = Array.from({ length: 7 }, (_, day) =>
    rate(near, nearWeeks, (hour) => Math.floor(hour / 24) === day),
  );
  const byTime = Array.from({ length: 24 }, (_, time) => rate(near, nearWeeks, (hour) => hour % 24 === time));
  return near.map((sum, hour) => {
    const suggested = ((byDay[Math.floor(hour / 24)] ?? 0) * (byTime[hour % 24] ?? 0)) / all;
    return (sum + PRIOR_WEEKS * suggested) / ((nearWeeks[hour] ?? 0) + PRIOR_WEEKS);
  });
}

function blurred(values: readonly number[], hour: number): number {
  const at = (place: number) => values[(place + HOURS_OF_WEEK) % HOURS_OF_WEEK] ?? 0;
  return at(hour - 1) / 4 + at(hour) / 2 + at(hour + 1) / 4;
}

function rate(
  sums: readonly number[],
  weeks: readonly number[],
  isCounted: (hour: number) => boolean,
): number {
  const sumOf = (values: readonly number[]) =>
    values.reduce((total, value, hour) => total + (isCounted(hour) ? value : 0), 0);
  const exposure = sumOf(weeks);
  return exposure === 0 ? 0 : sumOf(sums) / exposure;
}
