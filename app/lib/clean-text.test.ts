import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text";

test("trims, and nothing but blanks is null", () => {
  expect(cleanText("  Siti Aminah ", 100)).toBe("Siti Aminah");
  expect(cleanText(" \t\n\u0000", 100)).toBeNull();
});

test("control characters become one space", () => {
  expect(cleanText("No. 7\r\nJalan\u0000 Ampang", 100)).toBe("No. 7 Jalan  Ampang");
});

test("an emoji that the cut would split is dropped whole", () => {
  expect(cleanText("ab😀", 3)).toBe("ab");
});

test("whatever comes in, what goes out is well-formed, short and without control characters", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 50 }),
      fc.integer({ min: 1, max: 20 }),
      (text, max) => {
        const clean = cleanText(text, max);
        if (clean === null) return;
        expect(clean.length).toBeLessThanOrEqual(max);
        expect(clean).not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
        expect(clean.trim()).toBe(clean);
      },
    ),
  );
});
