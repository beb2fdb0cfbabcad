import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDays } from "~/lib/local-days";
import { averageOrderMinor, changeRatio, netMinor, salesByCurrency } from "./sales";

const DAYS = localDays(new Date("2026-11-23T07:05:00Z"), "Asia/Kuala_Lumpur", 60);

describe("revenue", () => {
  test("is what was sold less what was given back", () => {
    expect(netMinor({ orders: 2, grossMinor: 10_000, refundedMinor: 2_500 })).toBe(7_500);
  });

  test("per order is rounded half up to the minor unit, and unknown without orders", () => {
    expect(averageOrderMinor({ orders: 2, grossMinor: 101, refundedMinor: 0 })).toBe(51);
    expect(averageOrderMinor({ orders: 0, grossMinor: 0, refundedMinor: 0 })).toBeNull();
  });

  test("has no change to show when there was nothing before", () => {
    expect(changeRatio(500, 0)).toBeNull();
    expect(changeRatio(500, 1_000)).toBe(-0.5);
  });
});

describe("sales by currency", () => {
  const window = (currency: string, orders: number) => ({
    currency,
    window: "month" as const,
    orders,
    grossMinor: orders * 100,
    refundedMinor: 0,
  });

  test("keeps currencies apart, the organization's own first, then by orders", () => {
    const all = salesByCurrency([window("USD", 2), window("SGD", 9), window("MYR", 1)], [], {
      currency: "MYR",
      days: DAYS,
    });
    expect(all.map((sales) => sales.currency)).toEqual(["MYR", "SGD", "USD"]);
    expect(all.map((sales) => sales.windows.month.grossMinor)).toEqual([100, 900, 200]);
  });

  test("shows the organization's own currency with zeros when nothing was sold", () => {
    const [own, ...others] = salesByCurrency([], [], { currency: "MYR", days: DAYS });
    expect(others).toEqual([]);
    expect(own?.windows.today.orders).toBe(0);
    expect(own?.days).toHaveLength(30);
  });

  test("sets each day beside the day 30 days earlier", () => {
    const day = (name: string, grossMinor: number) => ({
      day: name,
      currency: "MYR",
      orders: 1,
      grossMinor,
      refundedMinor: 0,
    });
    const rows = [day("2026-11-23", 700), day("2026-10-24", 300), day("2026-09-25", 50)];
    const [own] = salesByCurrency([], rows, { currency: "MYR", days: DAYS });
    expect(own?.days[0]).toEqual({ day: "2026-10-25", netMinor: 0, beforeNetMinor: 50 });
    expect(own?.days.at(-1)).toEqual({ day: "2026-11-23", netMinor: 700, beforeNetMinor: 300 });
  });

  test("loses no day's revenue: what is shown and what it is compared with add up to all rows", () => {
    const row = fc.record({
      day: fc.constantFrom(...DAYS),
      currency: fc.constantFrom("MYR", "SGD"),
      orders: fc.constant(1),
      grossMinor: fc.nat(1_000_000),
      refundedMinor: fc.nat(1_000),
    });
    const unique = fc.uniqueArray(row, { selector: ({ day, currency }) => `${day} ${currency}` });
    fc.assert(
      fc.property(unique, (rows) => {
        const [own] = salesByCurrency([], rows, { currency: "MYR", days: DAYS });
        const shown = own?.days.reduce((sum, day) => sum + day.netMinor + day.beforeNetMinor, 0);
        const all = rows.filter((one) => one.currency === "MYR").reduce((sum, one) => sum + netMinor(one), 0);
        expect(shown).toBe(all);
      }),
    );
  });
});
