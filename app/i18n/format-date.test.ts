import { describe, expect, test } from "vitest";
import { formatDate, formatDateTime, formatDay, formatRelative, formatTime } from "./format-date";

const KL = "Asia/Kuala_Lumpur";
const AFTERNOON = "2026-11-23T07:05:00Z";

describe("dates and times", () => {
  test("stand in the organization's zone, in both languages", () => {
    expect(formatDateTime(AFTERNOON, KL, "en")).toBe("23 Nov 2026, 3:05 pm");
    expect(formatDateTime(AFTERNOON, KL, "ms")).toBe("23 Nov 2026, 3:05 ptg");
    expect(formatDateTime(AFTERNOON, "America/New_York", "en")).toBe("23 Nov 2026, 2:05 am");
    expect(formatDate("2026-12-31T16:00:00Z", KL, "ms")).toBe("1 Jan 2027");
    expect(formatDay("2026-03-05T00:00:00Z", KL, "ms")).toBe("5 Mac");
  });

  test("midnight and noon are twelve", () => {
    expect(formatTime("2026-11-22T16:00:00Z", KL, "en")).toBe("12:00 am");
    expect(formatTime("2026-11-23T04:00:00Z", KL, "en")).toBe("12:00 pm");
  });
});

describe("relative times", () => {
  const now = new Date(AFTERNOON);
  const earlier = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const hours = 60;
  const days = 24 * hours;

  test.each([
    [0.5, "just now", "baru sahaja"],
    [5, "5 min ago", "5 minit lalu"],
    [1 * hours, "1 hour ago", "1 jam lalu"],
    [7 * hours, "7 hours ago", "7 jam lalu"],
    [1 * days, "yesterday", "semalam"],
    [6 * days, "6 days ago", "6 hari lalu"],
    [7 * days, "16 Nov 2026", "16 Nov 2026"],
    [-5, "in 5 min", "5 minit lagi"],
    [-1 * days, "tomorrow", "esok"],
    [-3 * days, "in 3 days", "3 hari lagi"],
  ])("%s minutes before now", (minutes, english, malay) => {
    expect(formatRelative(earlier(minutes), now, KL, "en")).toBe(english);
    expect(formatRelative(earlier(minutes), now, KL, "ms")).toBe(malay);
  });

  test("yesterday is a day of the calendar, and a few hours stay hours across midnight", () => {
    const earlyMorning = new Date("2026-11-22T17:00:00Z");
    expect(formatRelative("2026-11-22T13:00:00Z", earlyMorning, KL, "en")).toBe("4 hours ago");
    expect(formatRelative("2026-11-22T05:00:00Z", earlyMorning, KL, "en")).toBe("yesterday");
  });
});
