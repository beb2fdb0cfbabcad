import { expect, test } from "vitest";
import { readInstant } from "./read-instant";

const ZONE = "Asia/Kuala_Lumpur";

test.each([
  ["23/11/2026", "2026-11-22T16:00:00.000Z"],
  ["23/11/2026 3:05 PM", "2026-11-23T07:05:00.000Z"],
  ["23/11/2026 12:05 am", "2026-11-22T16:05:00.000Z"],
  ["23/11/2026 3:05 PTG", "2026-11-23T07:05:00.000Z"],
  ["23 Nov 26 15:05:09", "2026-11-23T07:05:09.000Z"],
  ["2026-11-23T15:05:00Z", "2026-11-23T15:05:00.000Z"],
  ["2026-11-23T15:05:00.123Z", "2026-11-23T15:05:00.000Z"],
  ["2026-11-23 15:05:00 +0800", "2026-11-23T07:05:00.000Z"],
  ["2026-11-23T15:05:00-03:30", "2026-11-23T18:35:00.000Z"],
  ["46349.5", "2026-11-23T04:00:00.000Z"],
  ["46349", "2026-11-22T16:00:00.000Z"],
])("%s is %s", (text, instant) => {
  expect(readInstant(text, "dmy", ZONE)).toBe(instant);
});

test.each(["", "besok", "31/02/2026", "23/11/2026 25:00", "23/11/2026 10:75", "23/11/2026 3:05 xx"])(
  "%j is no time",
  (text) => {
    expect(readInstant(text, "dmy", ZONE)).toBeNull();
  },
);

test("a day begins where the organization is, also when clocks change", () => {
  expect(readInstant("29/03/2026 12:00", "dmy", "Europe/London")).toBe("2026-03-29T11:00:00.000Z");
});
