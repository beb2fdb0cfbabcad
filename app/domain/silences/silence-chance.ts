import { hourOfWeek } from "./hour-of-week";
import type { Rhythm } from "./learn-rhythm";
import { weighLevels } from "./weigh-levels";

const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;
const FINE_MS = 6 * HOUR_MS;
const DAY_HOURS = 24;

export type SilenceMoment = {
  /** ms; the silence has lasted until then. */
  at: number;
  /** How likely it is that a silence of this shop that began then lasts as long. */
  chance: number;
};

/**
 * Follows a silence from its beginning: how likely it still is, every quarter of an
 * hour of its first six hours and every hour then. Sales of a week rise and fall
 * together, those of a day too, and what is left is chance (gamma-Poisson).
 */
export function* followSilence(rhythm: Rhythm, since: number, zone: string): Generator<SilenceMoment> {
  const levels = weighLevels(rhythm.weekSpread);
  const past = levels.map(() => 1);
  let day = Math.floor(hourOfWeek(since, zone) / DAY_HOURS);
  let missed = 0;
  let at = since;
  for (;;) {
    const step = at - since < FINE_MS ? QUARTER_MS : HOUR_MS;
    const hour = hourOfWeek(at + step / 2, zone);
    if (Math.floor(hour / DAY_HOURS) !== day) {
      levels.forEach(({ level }, index) => {
        past[index] = (past[index] ?? 1) * emptyDay(rhythm, level * missed);
      });
      day = Math.floor(hour / DAY_HOURS);
      missed = 0;
    }
    missed += ((rhythm.signs[hour] ?? 0) * step) / HOUR_MS;
    at += step;
    const chance = levels.reduce(
      (total, { level, weight }, index) =>
        total + weight * (past[index] ?? 1) * emptyDay(rhythm, level * missed),
      0,
    );
    yield { at, chance };
  }
}

/** How likely nothing came of what one day, or a part of it, should have brought. */
function emptyDay({ daySpread, closedDays }: Rhythm, expected: number): number {
  return closedDays + (1 - closedDays) * (1 + daySpread * expected) ** (-1 / daySpread);
}
