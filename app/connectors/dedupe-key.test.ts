import fc from "fast-check";
import { expect, test } from "vitest";
import { joinDedupeKey } from "./dedupe-key";

const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom("|", "%7C", "a|b", "x".repeat(300))), {
  minLength: 1,
  maxLength: 4,
});

test("different parts make different keys, and equal parts equal ones", () => {
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(joinDedupeKey(a) === joinDedupeKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

test("a key is at most 200 characters", () => {
  fc.assert(fc.property(parts, (a) => joinDedupeKey(a).length <= 200));
  expect(joinDedupeKey(["x".repeat(201)])).not.toBe(joinDedupeKey(["x".repeat(202)]));
});
