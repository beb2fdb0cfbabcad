import fc from "fast-check";
import { expect, test } from "vitest";
import { localDay } from "./local-days";
import { instantIn, localTime } from "./local-time";

test("a clock time is read in the zone, and a day begins at its midnight", () => {
  expect(instantIn("Asia/Kuala_Lumpur", "2026-11-23T15:05")).toBe("2026-11-23T07:05:00.000Z");
  expect(instantIn("Asia/Kuala_Lumpur", "2026-11-23")).toBe("2026-11-22T16:00:00.000Z");
  expect(instantIn("America/St_Johns", "2026-11-23")).toBe("2026-11-23T03:30:00.000Z");
});

test("what is no day or time is none", () => {
  const none = [
    "",
    "tomorrow",
    "2026-02-30",
    "2026-13-01",
    "2026-11-23T24:00",
    "2026-11-23T10:60",
    "23/11/2026",
  ];
  for (const text of none) expect([text, instantIn("Asia/Kuala_Lumpur", text)]).toEqual([text, null]);
});

test("a day or time that was read is the same again, in every zone and season", () => {
  const zones = [
    "Asia/Kuala_Lumpur",
    "Asia/Kuching",
    "Europe/London",
    "America/St_Johns",
    "Australia/Lord_Howe",
  ];
  const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2050-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...zones), (date, zone) => {
      const time = localTime(date, zone);
      expect(localTime(new Date(instantIn(zone, time) ?? 0), zone)).toBe(time);
      const day = date.toISOString().slice(0, 10);
      expect(localDay(new Date(instantIn(zone, day) ?? 0), zone)).toBe(day);
    }),
  );
});
