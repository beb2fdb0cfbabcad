import type { Rhythm } from "./learn-rhythm";
import { followSilence } from "./silence-chance";

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
const UNLIKELY = 1 / 10_000;
/** By chance, a shop is to be called silent less than once in so many weeks. */
const LEAST_WEEKS = 104;
const LONGEST_WEEKS = 9;
const MOST_SAID = 1_000_000;
const MOST_WEEKS_SAID = 5_200;

/** When a silence becomes too unlikely to be chance, and how unlikely it is then. */
export type Alarm = {
  /** ms */
  at: number;
  /** One of so many silences of this shop lasts as long by chance, a million at most. */
  oneIn: number;
  /** The shop is as silent once in so many weeks by chance, 100 years at most. */
  onceInWeeks: number;
};

/**
 * When a silence since then (ms) is to be told: after an hour at least, as soon as
 * less than one in 10,000 lasts as long by chance and such a one comes less than once
 * in two years. Null when nine weeks are not enough to say that.
 */
export function findAlarm(rhythm: Rhythm, since: number, zone: string): Alarm | null {
  const silencesPerWeek = rhythm.signs.reduce((total, count) => total + count, 0);
  for (const { at, chance } of followSilence(rhythm, since, zone)) {
    if (at - since > LONGEST_WEEKS * WEEK_MS) return null;
    if (at - since < HOUR_MS || chance >= UNLIKELY) continue;
    const weeks = 1 / (silencesPerWeek * chance);
    if (weeks < LEAST_WEEKS) continue;
    return {
      at,
      oneIn: Math.round(Math.min(1 / chance, MOST_SAID)),
      onceInWeeks: Math.round(Math.min(weeks, MOST_WEEKS_SAID)),
    };
  }
  return null;
}
