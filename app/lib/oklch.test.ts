import { expect, test } from "vitest";
import { contrast, linearToOklab, oklchToLinear } from "./oklch";

const white = { l: 1, c: 0, h: 0 };
const black = { l: 0, c: 0, h: 0 };
// #767676, the lightest grey that reads on white at AA.
const grey = { l: 0.5659, c: 0, h: 0 };

test("black on white is 21, a colour on itself 1", () => {
  expect(contrast(black, white)).toBeCloseTo(21, 3);
  expect(contrast(grey, grey)).toBe(1);
});

test("the grey that WCAG names as just readable is", () => {
  expect(contrast(grey, white)).toBeCloseTo(4.54, 2);
});

test("pure red comes out of its published OKLCH value", () => {
  const [red, green, blue] = oklchToLinear({ l: 0.627955, c: 0.257683, h: 29.2339 });
  expect(red).toBeCloseTo(1, 3);
  expect(green).toBeCloseTo(0, 3);
  expect(blue).toBeCloseTo(0, 3);
});

test("the way to linear light and back ends where it began", () => {
  const [l, a, b] = linearToOklab(oklchToLinear({ l: 0.6, c: 0.1, h: 195 }));
  expect(l).toBeCloseTo(0.6, 4);
  expect(Math.hypot(a, b)).toBeCloseTo(0.1, 4);
});
