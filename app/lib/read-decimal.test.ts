import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDecimal, scaleDecimal, unscaleDecimal } from "./read-decimal";

describe("readDecimal", () => {
  test.each([
    ["1,234.50", "1234.50"],
    ["1.234,50", "1234.50"],
    ["1 234,5", "1234.5"],
    ["12,5", "12.5"],
    ["1,234", "1234"],
    ["1.234.567", "1234567"],
    ["12,34,567.8", "1234567.8"],
    ["(12)", "-12"],
    ["\u22127.25", "-7.25"],
    ["+5", "5"],
    ["0,125", "0.125"],
    [".5", ".5"],
    ["１２", "12"],
  ])("reads %s as %s", (text, decimal) => {
    expect(readDecimal(text, null)).toBe(decimal);
  });

  test("follows the mark that it is told", () => {
    expect(readDecimal("1,234", ",")).toBe("1.234");
    expect(readDecimal("1.234", ",")).toBe("1234");
    expect(readDecimal("0,125", ",")).toBe("0.125");
  });

  test.each(["", ".", "-", "1,2,3", "1.2.3", "12e3", "RM 5", "1,23,4", "--1", "1".repeat(99)])(
    "refuses %s",
    (text) => {
      expect(readDecimal(text, null)).toBeNull();
    },
  );

  test("a scaled number is written and read back exactly, in both notations", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (scaled) => {
        const text = unscaleDecimal(scaled, 4);
        const back = (mark: "." | ",", written: string) => scaleDecimal(readDecimal(written, mark) ?? "", 4);
        expect(back(".", text)).toBe(scaled);
        expect(back(",", text.replace(".", ","))).toBe(scaled);
      }),
    );
  });

  test("rounds half away from zero and refuses what a number cannot hold", () => {
    expect([scaleDecimal("1.00005", 4), scaleDecimal("-1.00005", 4)]).toEqual([10_001, -10_001]);
    expect(scaleDecimal("99999999999999999", 4)).toBeNull();
    expect(scaleDecimal("", 4)).toBeNull();
  });
});
