import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCompact, formatMoney, formatNumber, formatPercent } from "./format-number";

describe("money", () => {
  test("is ringgit with two digits, in both languages", () => {
    expect(formatMoney(123450, "MYR", "en")).toBe("RM\u00a01,234.50");
    expect(formatMoney(123450n, "MYR", "ms")).toBe("RM\u00a01,234.50");
    expect(formatMoney(5, "MYR", "en")).toBe("RM\u00a00.05");
    expect(formatMoney(-123450, "MYR", "en")).toBe("\u2212RM\u00a01,234.50");
  });

  test("other currencies carry their code and their own minor units", () => {
    expect(formatMoney(1200, "SGD", "en")).toBe("SGD\u00a012.00");
    expect(formatMoney(1200, "JPY", "en")).toBe("JPY\u00a01,200");
    expect(formatMoney(1234567, "KWD", "ms")).toBe("KWD\u00a01,234.567");
  });

  test("says every amount to the sen, however large", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (minor) => {
        const said = formatMoney(minor, "MYR", "en")
          .replace("\u2212", "-")
          .replace(/[^\d-]/g, "");
        expect(BigInt(said)).toBe(minor);
      }),
    );
  });
});

describe("numbers", () => {
  test("are grouped, with a true minus", () => {
    expect(formatNumber(1204, "en")).toBe("1,204");
    expect(formatNumber(1204000, "ms")).toBe("1,204,000");
    expect(formatNumber(-7, "en")).toBe("\u22127");
  });

  test("percent keeps one digit below 100 %", () => {
    expect(formatPercent(0.125, "en")).toBe("12.5%");
    expect(formatPercent(-0.5, "ms")).toBe("\u221250%");
    expect(formatPercent(2.347, "en")).toBe("235%");
  });

  test("axes are short", () => {
    expect(formatCompact(950, "en")).toBe("950");
    expect(formatCompact(1234, "en")).toBe("1.23k");
    expect(formatCompact(1500, "ms")).toBe("1.5rb");
    expect(formatCompact(3_000_000, "ms")).toBe("3j");
  });
});
