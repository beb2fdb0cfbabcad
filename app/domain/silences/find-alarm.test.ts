import { describe, expect, test } from "vitest";
import { findAlarm } from "./find-alarm";
import { HOURS_OF_WEEK, hourOfWeek } from "./hour-of-week";
import { learnRhythm, type Rhythm } from "./learn-rhythm";
import { followSilence } from "./silence-chance";
import { spreadOf } from "./spread-of";
import { usualWeek } from "./usual-week";
import { weighLevels } from "./weigh-levels";

const HOUR_MS = 3_600_000;
const ZONE = "Asia/Kuala_Lumpur";
/** Monday 00:00 in the zone. */
const MONDAY = Date.parse("2026-06-07T16:00:00Z");

const steady = (perHour: number, change: Partial<Rhythm> = {}): Rhythm => ({
  signs: new Array(HOURS_OF_WEEK).fill(perHour),
  daySpread: 0.05,
  weekSpread: 0.02,
  closedDays: 0,
  perDay: perHour * 24,
  ...change,
});

const hoursUntilAlarm = (rhythm: Rhythm, since = MONDAY) =>
  ((findAlarm(rhythm, since, ZONE)?.at ?? Number.NaN) - since) / HOUR_MS;

test("hours of the week are those of the shop's clock, on the half hour and after a change of clocks too", () => {
  expect(hourOfWeek(MONDAY, ZONE)).toBe(0);
  expect(hourOfWeek(MONDAY - 1, ZONE)).toBe(167);
  expect(hourOfWeek(Date.parse("2026-06-07T18:30:00Z"), "Asia/Kolkata")).toBe(0);
  expect(hourOfWeek(Date.parse("2026-01-05T00:00:00Z"), "Europe/London")).toBe(0);
  expect(hourOfWeek(Date.parse("2026-07-05T23:00:00Z"), "Europe/London")).toBe(0);
});

describe("the chance of a silence", () => {
  test("is that of independent arrivals where days and weeks are all alike", () => {
    const rhythm = steady(0.5, { daySpread: 1e-6, weekSpread: 1e-6 });
    for (const { at, chance } of followSilence(rhythm, MONDAY, ZONE)) {
      const hours = (at - MONDAY) / HOUR_MS;
      if (hours > 20) break;
      expect(chance / Math.exp(-0.5 * hours)).toBeCloseTo(1, 2);
    }
  });

  test("is the gamma-Poisson one where weeks differ", () => {
    const rhythm = steady(1, { daySpread: 1e-6, weekSpread: 0.5 });
    for (const { at, chance } of followSilence(rhythm, MONDAY, ZONE)) {
      const expected = (at - MONDAY) / HOUR_MS;
      if (expected > 20) break;
      expect(chance / (1 + 0.5 * expected) ** -2).toBeCloseTo(1, 1);
    }
  });

  test("only falls", () => {
    let before = 1;
    for (const { at, chance } of followSilence(steady(0.1), MONDAY + 1234, ZONE)) {
      if (at > MONDAY + 500 * HOUR_MS) break;
      expect(chance).toBeLessThanOrEqual(before);
      before = chance;
    }
  });

  test("weighs levels whose mean is the usual one", () => {
    for (const variance of [0.001, 0.02, 0.3, 1]) {
      const levels = weighLevels(variance);
      const mean = levels.reduce((total, { level, weight }) => total + level * weight, 0);
      expect(mean).toBeCloseTo(1, 1);
    }
  });
});

describe("the alarm", () => {
  test("waits an hour even where deliveries come every few seconds", () => {
    expect(hoursUntilAlarm(steady(1_000))).toBe(1);
  });

  test("waits longer the rarer deliveries are, and the more days or weeks differ", () => {
    const plain = hoursUntilAlarm(steady(1));
    expect(hoursUntilAlarm(steady(0.1))).toBeGreaterThan(plain);
    expect(hoursUntilAlarm(steady(1, { weekSpread: 0.5 }))).toBeGreaterThan(plain);
    expect(hoursUntilAlarm(steady(1, { daySpread: 1 }))).toBeGreaterThan(plain);
    expect(hoursUntilAlarm(steady(1, { closedDays: 0.05 }))).toBeGreaterThan(24);
  });

  test("is never earlier for a silence that began later", () => {
    const rhythm = steady(0.7, {
      signs: Array.from({ length: HOURS_OF_WEEK }, (_, hour) => (hour % 24) / 16),
    });
    let before = 0;
    for (let hour = 0; hour < 168; hour++) {
      const at = findAlarm(rhythm, MONDAY + hour * HOUR_MS, ZONE)?.at ?? 0;
      expect(at).toBeGreaterThanOrEqual(before);
      before = at;
    }
  });

  test("says odds of one in 10,000 at least, and once in two years at least", () => {
    for (const perHour of [0.05, 1, 30]) {
      const alarm = findAlarm(steady(perHour), MONDAY, ZONE);
      expect(alarm?.oneIn).toBeGreaterThanOrEqual(10_000);
      expect(alarm?.onceInWeeks).toBeGreaterThanOrEqual(104);
    }
  });

  test("never rings for a shop from which nearly nothing comes", () => {
    expect(findAlarm(steady(0.001), MONDAY, ZONE)).toBeNull();
  });
});

describe("learning", () => {
  const learn = (
    weeks: number,
    receivedIn: (hour: number) => number,
    gaps?: { from: number; until: number }[],
  ) => {
    const received = new Map<number, number>();
    for (let hour = 0; hour < weeks * HOURS_OF_WEEK; hour++)
      received.set(MONDAY + hour * HOUR_MS, receivedIn(hour));
    const until = MONDAY + weeks * HOURS_OF_WEEK * HOUR_MS;
    return learnRhythm(received, { from: MONDAY, until, zone: ZONE, ...(gaps && { gaps }) });
  };

  test("needs two weeks and 20 deliveries", () => {
    expect(learn(1.9, () => 1)).toBeNull();
    expect(learn(8, (hour) => (hour % 80 === 0 ? 1 : 0))).toBeNull();
    expect(learn(2, () => 1)).not.toBeNull();
  });

  test("takes deliveries that come together for one sign of life", () => {
    const alone = learn(8, (hour) => (hour % 10 === 0 ? 1 : 0));
    const together = learn(8, (hour) => (hour % 10 === 0 ? 6 : 0));
    const signs = (rhythm: Rhythm | null) => rhythm?.signs.reduce((total, count) => total + count, 0) ?? 0;
    expect(signs(together) / signs(alone)).toBeCloseTo(1, 0);
    expect(together?.perDay).toBeCloseTo(6 * 2.4, 0);
  });

  test("knows quiet nights and closed weekends", () => {
    const isOpen = (hour: number) => hour % 24 >= 9 && hour % 24 < 18 && Math.floor(hour / 24) % 7 < 5;
    const rhythm = learn(8, (hour) => (isOpen(hour) ? 4 : 0));
    expect(rhythm?.signs[12] ?? 0).toBeGreaterThan(2);
    expect(rhythm?.signs[3]).toBeLessThan(0.1);
    expect(rhythm?.signs[5 * 24 + 12]).toBeLessThan(0.1);
  });

  test("follows a shop down at once, and up in time", () => {
    const falling = learn(8, (hour) => (hour < 6 * HOURS_OF_WEEK ? 4 : 1));
    expect(falling?.signs[0]).toBeLessThan(1.5);
  });

  test("leaves out when the webhooks were off", () => {
    const [from, until] = [MONDAY + 500 * HOUR_MS, MONDAY + 572 * HOUR_MS];
    const receivedIn = (hour: number) => (hour >= 500 && hour < 572 ? 0 : 2);
    expect(learn(8, receivedIn)?.closedDays).toBeGreaterThan(0);
    expect(learn(8, receivedIn, [{ from, until }])).toMatchObject({ closedDays: 0, daySpread: 0.05 });
  });

  test("expects nothing where there is nothing, and finds no spread in equal days", () => {
    expect(usualWeek([])).toEqual(new Array(HOURS_OF_WEEK).fill(0));
    expect(spreadOf([{ got: 4, usual: 4 }])).toBe(0);
    expect(spreadOf([])).toBe(0);
    expect(
      spreadOf([
        { got: 0, usual: 10 },
        { got: 20, usual: 10 },
      ]),
    ).toBeCloseTo(0.9);
  });
});
