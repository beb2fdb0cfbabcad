import { expect, test } from "vitest";
import { SIMULATED_SHOPS } from "../../../tests/factories/simulated-shops";
import { watchSimulatedShop } from "../../../tests/factories/watch-simulated-shop";

/** Hours within which half of all outages are noticed, and false alarms in half a year. */
const LIMITS: Record<string, { noticed: number; falseAlarms: number }> = {
  "quiet, 3 a week": { noticed: 1_200, falseAlarms: 0 },
  "middling, 20 a day": { noticed: 24, falseAlarms: 1 },
  "busy, 200 a day": { noticed: 10, falseAlarms: 1 },
  "weekends only": { noticed: 120, falseAlarms: 1 },
  "office hours": { noticed: 36, falseAlarms: 1 },
  "festival, then a lull": { noticed: 36, falseAlarms: 1 },
  "growing tenfold": { noticed: 48, falseAlarms: 1 },
};

test.each(SIMULATED_SHOPS)(
  "of a simulated shop ($name), half a year has few false alarms and outages are noticed",
  (shop) => {
    const { falseAlarms, delays } = watchSimulatedShop(shop, { seed: 1, outages: 7, learnEvery: 14 });
    const limit = LIMITS[shop.name];
    expect(falseAlarms).toBeLessThanOrEqual(limit?.falseAlarms ?? -1);
    expect(delays[3]).toBeLessThanOrEqual(limit?.noticed ?? -1);
    // An alarm that rang at once would be no alarm at all.
    expect(delays[0]).toBeGreaterThan(0);
  },
);
