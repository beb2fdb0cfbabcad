import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { abandonedAt, addVisit } from "./visits";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20) + minute * 60_000).toISOString();
const visitsAt = (...minutes: number[]) =>
  minutes.reduce<ReturnType<typeof addVisit>>((visits, minute) => addVisit(visits, at(minute)), []);

describe("visits", () => {
  test("moments less than an hour apart are one, also when the moment between them comes last", () => {
    expect(visitsAt(0, 100)).toHaveLength(2);
    expect(visitsAt(0, 100, 50)).toEqual([{ from: at(0), to: at(100) }]);
    expect(visitsAt(0, 60)).toHaveLength(1);
    expect(visitsAt(0, 61)).toHaveLength(2);
  });

  test("are the same in whatever order moments come, and however often", () => {
    const moments = fc.array(fc.nat(600), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        moments.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        ([all, shuffled]) => {
          expect(visitsAt(...shuffled)).toEqual(visitsAt(...all));
        },
      ),
    );
  });
});

describe("a checkout counts as abandoned", () => {
  test("an hour after its last visit", () => {
    expect(abandonedAt(visitsAt(0, 10), null)).toBe(at(70));
    expect(abandonedAt(visitsAt(0, 10, 300), null)).toBe(at(360));
  });

  test("before it was completed, when an hour had passed since a visit", () => {
    expect(abandonedAt(visitsAt(0, 10, 300, 310), at(312))).toBe(at(70));
    expect(abandonedAt(visitsAt(0), at(600))).toBe(at(60));
  });

  test("never, when it was completed without such a pause", () => {
    expect(abandonedAt(visitsAt(0, 10, 12), at(12))).toBeNull();
    expect(abandonedAt(visitsAt(0, 50, 100), at(130))).toBeNull();
  });
});
