import fc from "fast-check";
import { expect, test } from "vitest";
import { sparklinePoints } from "./sparkline";

test("runs from edge to edge, the least at the bottom and the most at the top", () => {
  expect(sparklinePoints([0, 10, 5])).toEqual([
    [0, 30],
    [60, 2],
    [120, 16],
  ]);
});

test("a flat line lies in the middle", () => {
  expect(sparklinePoints([7, 7])).toEqual([
    [0, 16],
    [120, 16],
  ]);
});

test("no value leaves the frame", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 2 }), (values) => {
      for (const [x, y] of sparklinePoints(values)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(120);
        expect(y).toBeGreaterThanOrEqual(2);
        expect(y).toBeLessThanOrEqual(30);
      }
    }),
  );
});
