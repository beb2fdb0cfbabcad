import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCurrency, readId, readNumber, readText, readTime, readUrl } from "./read";

describe("readTime", () => {
  test.each([
    ["2026-11-20T08:15:00", "2026-11-20T08:15:00.000Z"],
    ["2026-11-20 08:15:00", "2026-11-20T08:15:00.000Z"],
    ["2026-11-20T08:15:00Z", "2026-11-20T08:15:00.000Z"],
    ["2026-11-20T16:15:00+08:00", "2026-11-20T08:15:00.000Z"],
    ["2026-11-20T16:15:00+0800", "2026-11-20T08:15:00.000Z"],
    ["2026-11-20T08:15:00.123456Z", "2026-11-20T08:15:00.123Z"],
  ])("reads %s in UTC", (text, utc) => {
    expect(readTime(text, "Z")).toBe(utc);
  });

  test("reads a time without an offset in the given one, whatever the zone of the machine", () => {
    expect(readTime("2026-11-20T16:15:00", "+08:00")).toBe("2026-11-20T08:15:00.000Z");
  });

  test.each([
    "",
    "0000-00-00 00:00:00",
    "2026-13-01T00:00:00",
    "20 Nov 2026",
    "2026-11-20",
    1763626500,
    null,
  ])("is null for %j", (value) => {
    expect(readTime(value, "Z")).toBeNull();
  });
});

describe("readId", () => {
  test.each([
    [727, "727"],
    ["727", "727"],
    [" gid-7 ", "gid-7"],
  ])("reads %j", (value, id) => {
    expect(readId(value)).toBe(id);
  });

  test.each([0, "0", "", -1, 1.5, 2 ** 53, "a b", "x".repeat(65), null, {}, []])(
    "is null for %j",
    (value) => {
      expect(readId(value)).toBeNull();
    },
  );
});

test("texts are trimmed, numbers are texts, and anything else is null", () => {
  expect(readText("  a ")).toBe("a");
  expect(readText(7)).toBe("7");
  expect([readText(""), readText(true), readText(Number.NaN), readText(["a"])]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("numbers may be written as text", () => {
  expect([readNumber(2.5), readNumber("2.5"), readNumber("")]).toEqual([2.5, 2.5, null]);
  expect([readNumber("two"), readNumber(Number.NaN), readNumber(null)]).toEqual([null, null, null]);
});

test("currency codes are capitals", () => {
  expect([readCurrency("myr"), readCurrency("RM"), readCurrency(null)]).toEqual(["MYR", null, null]);
});

test("only plain web addresses are addresses", () => {
  expect(readUrl("https://kedai.example.com/produk/teh tarik")).toBe(
    "https://kedai.example.com/produk/teh%20tarik",
  );
  for (const value of [
    "javascript:alert(1)",
    "https://user:pass@example.com/",
    "//example.com",
    "x",
    "",
    null,
  ]) {
    expect(readUrl(value)).toBeNull();
  }
  expect(readUrl(`https://example.com/${"a".repeat(3000)}`)).toBeNull();
});

test("no value makes a reader throw", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const read of [readText, readId, readNumber, readCurrency, readUrl]) read(value);
      readTime(value, "Z");
    }),
  );
});
