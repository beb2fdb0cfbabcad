import fc from "fast-check";
import { expect, test } from "vitest";
import { areBytesEqual } from "./constant-time";

test("equal bytes are equal", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => areBytesEqual(bytes, Uint8Array.from(bytes))));
});

test("one changed bit anywhere makes a difference", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.nat({ max: 7 }), (bytes, position, bit) => {
      const changed = Uint8Array.from(bytes);
      const index = position % bytes.length;
      changed[index] = (changed[index] ?? 0) ^ (1 << bit);
      return !areBytesEqual(bytes, changed);
    }),
  );
});

test("a shorter or longer copy is not equal", () => {
  expect(areBytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
  expect(areBytesEqual(Uint8Array.of(), Uint8Array.of(0))).toBe(false);
});
