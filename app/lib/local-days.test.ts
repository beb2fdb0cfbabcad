import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDay, localDays } from "./local-days";

describe("local days", () => {
  test("begin at the zone's own midnight", () => {
    expect(localDay(new Date("2026-11-22T15:59:59Z"), "Asia/Kuala_Lumpur")).toBe("2026-11-22");
    expect(localDay(new Date("2026-11-22T16:00:00Z"), "Asia/Kuala_Lumpur")).toBe("2026-11-23");
    expect(localDay(new Date("2026-11-23T03:29:59Z"), "America/St_Johns")).toBe("2026-11-22");
    expect(localDay(new Date("2026-11-23T03:30:00Z"), "America/St_Johns")).toBe("2026-11-23");
  });

  test("cross months and years, oldest first", () => {
    const days = localDays(new Date("2027-01-01T04:00:00Z"), "Asia/Kuala_Lumpur", 3);
    expect(days).toEqual(["2026-12-30", "2026-12-31", "2027-01-01"]);
  });

  test("are each there once, also where the clocks change", () => {
    const zones = ["Asia/Kuala_Lumpur", "America/St_Johns", "Europe/London", "Pacific/Apia"];
    const inYears = fc.date({
      min: new Date("2024-01-01"),
      max: new Date("2028-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(inYears, fc.constantFrom(...zones), (now, zone) => {
        const days = localDays(now, zone, 60);
        expect(new Set(days).size).toBe(60);
        expect([...days].sort()).toEqual(days);
        expect(days.at(-1)).toBe(localDay(now, zone));
      }),
    );
  });
});
