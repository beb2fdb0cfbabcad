import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyDigits, decimalOf, isCurrencyCode, sumMinorUnits, toMinorUnits } from "./money";

const currency = fc.constantFrom("MYR", "JPY", "KWD", "CLF");

function writeDecimal(minor: bigint, digits: number): string {
  const sign = minor < 0n ? "-" : "";
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(text.length - digits)}`;
}

describe("toMinorUnits", () => {
  test.each([
    ["29.35", "MYR", 2935],
    ["0.1", "USD", 10],
    ["-10.00", "MYR", -1000],
    ["+5", "MYR", 500],
    [".5", "MYR", 50],
    ["5.", "MYR", 500],
    [" 12.50 ", "MYR", 1250],
    ["150000.00", "IDR", 15_000_000],
    ["1000", "JPY", 1000],
    ["1000.00", "KRW", 1000],
    ["250000", "VND", 250_000],
    ["1.234", "KWD", 1234],
    ["1.2", "BHD", 1200],
    ["-0.00", "MYR", 0],
    [1.005, "MYR", 101],
    [19.99, "MYR", 1999],
    [0, "MYR", 0],
    [1e-7, "MYR", 0],
  ])("reads %s %s as %d", (amount, code, minor) => {
    expect(toMinorUnits(amount, code)).toBe(minor);
  });

  test.each([
    ["12.648221", "MYR", 1265],
    ["-12.645", "MYR", -1265],
    ["0.994", "JPY", 1],
    ["0.4999", "JPY", 0],
  ])("rounds %s %s half away from zero to %d", (amount, code, minor) => {
    expect(toMinorUnits(amount, code)).toBe(minor);
  });

  test.each(["", " ", ".", "-", "RM 5", "1,234.50", "1.2.3", "1e3", "0x10", "NaN", "٥", "5 5", "--5"])(
    "refuses %j",
    (text) => {
      expect(toMinorUnits(text, "MYR")).toBeNull();
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21, "90071992547409.92", "9".repeat(10_000)])(
    "refuses what is no number or beyond safe integers",
    (amount) => {
      expect(toMinorUnits(amount, "MYR")).toBeNull();
    },
  );

  test("reads back every safe amount exactly, in every number of digits", () => {
    const bound = BigInt(Number.MAX_SAFE_INTEGER);
    fc.assert(
      fc.property(fc.bigInt({ min: -bound, max: bound }), currency, (minor, code) => {
        expect(toMinorUnits(writeDecimal(minor, currencyDigits(code)), code)).toBe(Number(minor));
      }),
    );
  });

  test("answers any text with a safe integer or null", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), currency, (amount, code) => {
        const minor = toMinorUnits(amount, code);
        expect(minor === null || (Number.isSafeInteger(minor) && !Object.is(minor, -0))).toBe(true);
      }),
    );
  });
});

describe("currencies", () => {
  test("know their digits by ISO 4217, and names of object members are no currencies", () => {
    expect(
      ["MYR", "USD", "IDR", "JPY", "KRW", "VND", "BHD", "KWD", "OMR", "TND"].map(currencyDigits),
    ).toEqual([2, 2, 2, 0, 0, 0, 3, 3, 3, 3]);
    expect(currencyDigits("constructor")).toBe(2);
  });

  test("are three capital letters", () => {
    expect(isCurrencyCode("MYR")).toBe(true);
    expect(["myr", "RM", "MYRR", "", "M R"].some(isCurrencyCode)).toBe(false);
  });
});

test("a sum stays a safe integer whatever is added", () => {
  expect(sumMinorUnits([100, -30, 5])).toBe(75);
  expect(sumMinorUnits([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])).toBe(Number.MAX_SAFE_INTEGER);
  expect(sumMinorUnits([])).toBe(0);
});

test("an amount written as a decimal is read back as it was", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
      expect(toMinorUnits(decimalOf(minor, code), code)).toBe(minor === 0 ? 0 : minor);
    }),
  );
});
