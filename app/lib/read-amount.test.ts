import { expect, test } from "vitest";
import { readAmount, readCurrencyName } from "./read-amount";

test.each([
  ["RM 1,234.50", ".", "1234.50", "MYR"],
  ["1.234,50", ",", "1234.50", null],
  ["12,90 MYR", ",", "12.90", "MYR"],
  ["-S$5", ".", "-5", "SGD"],
  ["RM-5.00", ".", "-5.00", "MYR"],
  ["(3.00)", ".", "-3.00", null],
  ["$7", ".", "7", null],
  ["Rp 25.000", ",", "25000", "IDR"],
] as const)("%s is money", (text, mark, decimal, currency) => {
  expect(readAmount(text, mark)).toEqual({ decimal, currency });
});

test.each(["", "RM", "abc", "RM 5 MYR", "12.5.0", "5 ringgit", "#REF!", "9".repeat(61)])(
  "%j is no money",
  (text) => {
    expect(readAmount(text, ".")).toBeNull();
  },
);

test("a currency is known by its code or its sign", () => {
  expect(["rm", "myr", " S$ ", "USD", "ringgit", "$"].map(readCurrencyName)).toEqual([
    "MYR",
    "MYR",
    "SGD",
    "USD",
    null,
    null,
  ]);
});
