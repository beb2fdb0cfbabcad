import fc from "fast-check";
import { expect, test } from "vitest";
import { reconnectDelay } from "./reconnect-delay";

test("the wait before reconnecting doubles, up to a minute", () => {
  expect([0, 1, 2, 5, 6, 50].map((failures) => reconnectDelay(failures, 0))).toEqual([
    500, 1_000, 2_000, 16_000, 30_000, 30_000,
  ]);
});

test("the wait before reconnecting is never short and never above a minute", () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, random) => {
      const delay = reconnectDelay(failures, random);
      expect(delay).toBeGreaterThanOrEqual(500);
      expect(delay).toBeLessThanOrEqual(60_000);
    }),
  );
});
