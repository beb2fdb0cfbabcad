import { expect, test } from "vitest";
import { trendOf } from "./trend";

test("a line has its slope and no error", () => {
  expect(trendOf([10, 12, 14, 16])).toEqual({ mean: 13, slope: 2, error: 0 });
});

test("noise without growth has a slope within its error", () => {
  const { slope, error } = trendOf([5, 9, 4, 8, 5, 9, 4, 8]);
  expect(Math.abs(slope)).toBeLessThan(2 * error);
});

test("growth stands out of its noise", () => {
  const { slope, error } = trendOf([5, 9, 12, 13, 18, 19, 24, 26]);
  expect(slope).toBeGreaterThan(5 * error);
});
