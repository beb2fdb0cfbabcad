import { expect, test } from "vitest";
import { builtInLook, lookOf, showNumber } from "./excel-number";

test.each([
  ["dd/mm/yyyy", "date"],
  ["[$-43E]d mmmm yyyy;@", "date"],
  ["yyyy-mm-dd hh:mm", "dateTime"],
  ["h:mm AM/PM", "time"],
  ["[h]:mm:ss", "time"],
  ["General", "number"],
  ["#,##0.00", "number"],
  ['"RM"#,##0.00', "number"],
  ['[Red]-"sd"0', "number"],
  ["0\\d", "number"],
])("the format %s shows a %s", (format, kind) => {
  expect(lookOf(format).kind).toBe(kind);
});

test.each([
  ["46349", "date", false, "2026-11-23"],
  ["44887", "date", true, "2026-11-23"],
  ["46349.62847222", "dateTime", false, "2026-11-23 15:05:00"],
  ["46349", "dateTime", false, "2026-11-23"],
  ["0.5", "time", false, "12:00:00"],
  ["-1", "date", false, "-1"],
  ["1E+300", "date", false, BigInt(1e300).toString()],
  ["abc", "date", false, "abc"],
] as const)("%s as %s, counted from 1904: %s, is %s", (stored, kind, is1904, shown) => {
  expect(showNumber(stored, { kind }, is1904)).toBe(shown);
});

test("zeros in front are shown where the format has them", () => {
  expect(showNumber("123456789", lookOf("0000000000"), false)).toBe("0123456789");
  expect(showNumber("6.0123456789E+10", builtInLook(0), false)).toBe("60123456789");
});

test.each([14, 22, 27, 57])("the built-in format %i shows a day", (id) => {
  expect(builtInLook(id).kind).toMatch(/^date/);
});
