import fc from "fast-check";
import { expect, test } from "vitest";
import { isJsonTextWithinDepth, isJsonValueWithinDepth } from "./json-depth";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test("accepts the depth it is given and refuses one more", () => {
  expect(isJsonTextWithinDepth(nested(20), 20)).toBe(true);
  expect(isJsonTextWithinDepth(nested(21), 20)).toBe(false);
  expect(isJsonValueWithinDepth(JSON.parse(nested(20)), 20)).toBe(true);
  expect(isJsonValueWithinDepth(JSON.parse(nested(21)), 20)).toBe(false);
});

test("brackets inside strings do not nest", () => {
  expect(isJsonTextWithinDepth(JSON.stringify([`[[[["[{`]), 1)).toBe(true);
  expect(isJsonTextWithinDepth(JSON.stringify(["\\", [`"`]]), 2)).toBe(true);
});

test("siblings do not add up", () => {
  expect(isJsonTextWithinDepth("[[],[],[],{}]", 2)).toBe(true);
});

test("plain values have no depth", () => {
  for (const value of [null, 1, "[[", true]) expect(isJsonValueWithinDepth(value, 0)).toBe(true);
});

test("a megabyte of brackets is answered without overflow", () => {
  const hostile = "[".repeat(1_000_000);
  expect(isJsonTextWithinDepth(hostile, 50)).toBe(false);
});

test("text and value always agree", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat({ max: 6 }), (value, maxDepth) => {
      expect(isJsonTextWithinDepth(JSON.stringify(value), maxDepth)).toBe(
        isJsonValueWithinDepth(value, maxDepth),
      );
    }),
  );
});
