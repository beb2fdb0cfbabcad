import { expect, test } from "vitest";
import { beginValues } from "./begin-values";
import type { FieldDefinition } from "./field-types";

const field = (change: Partial<FieldDefinition> & { defaultValue?: string | null }) => ({
  id: "f",
  type: "number" as const,
  options: [],
  isRequired: false,
  isUnique: false,
  currency: null,
  defaultValue: null,
  ...change,
});
const begin = (change: Parameters<typeof field>[0], typed: Record<string, string> = {}) => {
  const { values, problems } = beginValues([field(change)], typed);
  return problems.f ?? values.map(({ value }) => value);
};
const SEVEN = [{ type: "number", scaled: 70_000 }];

test("a field begins with what was typed, and else with its default", () => {
  expect(begin({}, { f: "7" })).toEqual(SEVEN);
  expect(begin({ defaultValue: "7" })).toEqual(SEVEN);
  expect(begin({ defaultValue: "7" }, { f: "" })).toEqual([]);
  expect(begin({ defaultValue: "9" }, { f: "7", other: "x" })).toEqual(SEVEN);
  expect(begin({})).toEqual([]);
});

test("a unique field has no default, and one that cannot be read is left out", () => {
  expect(begin({ defaultValue: "7", isUnique: true })).toEqual([]);
  expect(begin({ defaultValue: "seven" })).toEqual([]);
});

test("what is wrong is said, as is a required field without a value", () => {
  expect(begin({}, { f: "seven" })).toBe("fields:problems.notNumber?found=seven");
  expect(begin({ isRequired: true })).toBe("fields:problems.required");
  expect(begin({ isRequired: true, defaultValue: "7" }, { f: " " })).toBe("fields:problems.required?found=");
  expect(begin({ isRequired: true, defaultValue: "seven" })).toBe("fields:problems.required");
  expect(begin({ isRequired: true, defaultValue: "7" })).toEqual(SEVEN);
});
