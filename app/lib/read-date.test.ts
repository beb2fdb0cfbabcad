import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DATE_ORDERS, readDate } from "./read-date";

describe("readDate", () => {
  test.each([
    ["23/11/2026", "dmy"],
    ["11-23-2026", "mdy"],
    ["2026.11.23", "ymd"],
    ["2026/23/11", "ydm"],
    ["11 26 23", "myd"],
    ["23 Nov 26", "mdy"],
    ["November 23, 2026", "dmy"],
    ["2026 nov 23", "dmy"],
    ["2026-11-23T08:00:00Z", "dmy"],
    ["23/11/2026 8:05 PM", "dmy"],
    ["20261123", "dmy"],
    ["46349", "dmy"],
    ["46349.75", "dmy"],
    ["２３/１１/２０２６", "dmy"],
  ] as const)("reads %s in the order %s", (text, order) => {
    expect(readDate(text, order)).toBe("2026-11-23");
  });

  test("knows Malay months", () => {
    const days = ["2 Mac 2026", "2 Mei 2026", "2 Ogos 2026", "2 Oktober 2026", "2 Disember 2026"];
    expect(days.map((text) => readDate(text, "dmy")?.slice(5, 7))).toEqual(["03", "05", "08", "10", "12"]);
  });

  test.each(["", "31/02/2026", "13/13/2026", "1/1", "soon", "1/1/1", "0/1/2026", "12345", "1".repeat(99)])(
    "refuses %s",
    (text) => {
      expect(readDate(text, "dmy")).toBeNull();
    },
  );

  test("reads back every day in every order", () => {
    const days = fc.date({ min: new Date("1950-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...DATE_ORDERS),
        fc.constantFrom("/", "-", ".", " "),
        (at, order, mark) => {
          const day = at.toISOString().slice(0, 10);
          const [y = "", m = "", d = ""] = day.split("-");
          const part = { y, m: String(Number(m)), d: String(Number(d)) };
          const text = [...order].map((letter) => part[letter as "y" | "m" | "d"]).join(mark);
          expect(readDate(text, order)).toBe(day);
        },
      ),
    );
  });

  test("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void readDate(text, "dmy")));
  });
});
