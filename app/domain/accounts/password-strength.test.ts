import * as fc from "fast-check";
import { expect, test } from "vitest";
import { estimateStrength } from "./password-strength";

test.each([
  ["", null],
  ["aaaaaaaaaaaa", "weak"],
  ["abcdefgh12345678", "weak"],
  ["password", "weak"],
  ["sunshine2024", "fair"],
  ["teh tarik kaw", "fair"],
  ["kopi ais kaw satu", "good"],
  ["nasi lemak sambal lebih", "strong"],
  ["xK9#mQ2$vL5!pR8@", "good"],
] as const)("%j is %s", (password, strength) => {
  expect(estimateStrength(password)).toBe(strength);
});

test("any text has an estimate, and more of it is never weaker", () => {
  const order = [null, "weak", "fair", "good", "strong"];
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (start, more) => {
      // Normalization may join the seam.
      const whole = order.indexOf(estimateStrength(`${start} ${more}`));
      expect(whole).toBeGreaterThanOrEqual(order.indexOf(estimateStrength(start)));
    }),
  );
});
