import * as z from "zod";
import { HOURS_OF_WEEK, hourOfWeek } from "./hour-of-week";
import { spreadOf } from "./spread-of";
import { usualWeek } from "./usual-week";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const WEEK_HOURS = 168;
const RECENT_HOURS = 2 * WEEK_HOURS;
const LEAST_HOURS = 2 * WEEK_HOURS;
const LEAST_DELIVERIES = 20;
/** Days and weeks of every shop differ a little more than chance makes them. */
const LEAST_DAY_SPREAD = 0.05;
const LEAST_WEEK_SPREAD = 0.02;
/** A day is one on which something should have come when so many signs of life were expected. */
const TELLING_DAY = 3;

export const rhythmSchema = z.object({
  /** Signs of life to expect in each hour of the week: visits of a shop, each of one or more deliveries. */
  signs: z.array(z.number().nonnegative()).length(HOURS_OF_WEEK),
  /** Variance of a day's level about its usual, and of a week's; squared coefficient of variation. */
  daySpread: z.number().positive(),
  weekSpread: z.number().positive(),
  /** Share of days on which nothing came although it should have. */
  closedDays: z.number().min(0).max(1),
  /** Deliveries on an average day. */
  perDay: z.number().nonnegative(),
});

/** When a shop's deliveries usually come, and how sure that is. */
export type Rhythm = z.output<typeof rhythmSchema>;

/** In ms, `from` and `until` on the hour; what falls into a gap says nothing about the shop. */
type LearningTime = {
  from: number;
  until: number;
  /** IANA */
  zone: string;
  gaps?: readonly { from: number; until: number }[];
};

/**
 * Learns from the hours with deliveries, by their beginning in ms. Null with less than
 * two weeks or 20 deliveries: that is too little to call any silence unlikely.
 */
export function learnRhythm(
  received: ReadonlyMap<number, number>,
  { from, until, zone, gaps = [] }: LearningTime,
): Rhythm | null {
  const hours = [];
  for (let at = from; at < until; at += HOUR_MS) {
    if (!gaps.some((gap) => at >= gap.from && at < gap.until))
      hours.push({ hour: hourOfWeek(at, zone), received: received.get(at) ?? 0 });
  }
  const all = sumOf(hours.map((one) => one.received));
  if (hours.length < LEAST_HOURS || all < LEAST_DELIVERIES) return null;
  const week = usualWeek(hours);
  const perSign = deliveriesPerSign(hours, week);
  const got = hours.map((one) => one.received / perSign);
  const usual = hours.map(({ hour }) => (week[hour] ?? 0) / perSign);
  const days = inBlocks(got, usual, DAY_HOURS);
  const weeks = inBlocks(got, usual, WEEK_HOURS);
  const telling = days.filter((day) => day.usual >= TELLING_DAY);
  const level = recentLevel(got, usual);
  return {
    signs: week.map((count) => (count / perSign) * level),
    daySpread: Math.max(LEAST_DAY_SPREAD, spreadOf(days)),
    // How sure the level itself is: of few signs, not very.
    weekSpread: Math.max(LEAST_WEEK_SPREAD, spreadOf(weeks)) + perSign / all,
    closedDays: telling.length === 0 ? 0 : telling.filter((day) => day.got === 0).length / telling.length,
    perDay: (all / hours.length) * DAY_HOURS,
  };
}

/**
 * How many deliveries come together on average: one sale makes several. So many
 * that the usual week has as many empty hours as there were, and one more.
 */
function deliveriesPerSign(
  hours: readonly { hour: number; received: number }[],
  week: readonly number[],
): number {
  const empty = hours.filter((one) => one.received === 0).length + 1;
  const expected = (perSign: number) =>
    sumOf(hours.map(({ hour }) => Math.exp(-(week[hour] ?? 0) / perSign)));
  let [low, high] = [1, 10_000];
  if (expected(low) >= empty) return low;
  for (let step = 0; step < 40; step++) {
    const middle = Math.sqrt(low * high);
    if (expected(middle) < empty) low = middle;
    else high = middle;
  }
  return high;
}

/** The level of the last two weeks where it is below the usual one: a shop that sells less is not silent. */
function recentLevel(got: readonly number[], usual: readonly number[]): number {
  return Math.min(1, (sumOf(got.slice(-RECENT_HOURS)) + 1) / (sumOf(usual.slice(-RECENT_HOURS)) + 1));
}

/** Whole blocks, the newest ends the list. */
function inBlocks(got: readonly number[], usual: readonly number[], size: number) {
  const blocks = [];
  for (let end = got.length; end >= size; end -= size)
    blocks.unshift({ got: sumOf(got.slice(end - size, end)), usual: sumOf(usual.slice(end - size, end)) });
  return blocks;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
