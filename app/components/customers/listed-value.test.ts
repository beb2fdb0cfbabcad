import { expect, test } from "vitest";
import { readFieldValue, USUAL_FORMS } from "~/domain/fields/read-field-value";
import { writeListedValue } from "./listed-value";

const NOTHING = {
  fieldId: "f",
  text: null,
  number: null,
  currency: null,
  day: null,
  yes: null,
  optionId: null,
};
const options = [
  { id: "a", label: "Kecil; sederhana" },
  { id: "b", label: "Besar" },
];

test.each([
  ["text", [{ ...NOTHING, text: "Rak A" }], "Rak A"],
  ["number", [{ ...NOTHING, number: 12_500 }], "1.25"],
  ["money", [{ ...NOTHING, number: 1250, currency: "SGD" }], "SGD 12.5"],
  ["date", [{ ...NOTHING, day: "2026-11-23" }], "2026-11-23"],
  ["yes_no", [{ ...NOTHING, yes: false }], "no"],
  ["choice", [{ ...NOTHING, optionId: "b" }], "Besar"],
  ["url", [], ""],
] as const)("a %s of a list is written as its form reads it back", (type, values, text) => {
  expect(writeListedValue({ type, options }, values)).toBe(text);
  const field = { id: "f", type, options, isRequired: false, isUnique: false, currency: "MYR" };
  expect(readFieldValue(field, text, USUAL_FORMS).isRead).toBe(true);
});

test("several choices are told by their ids, whatever their labels hold", () => {
  const values = [
    { ...NOTHING, optionId: "a" },
    { ...NOTHING, optionId: "b" },
  ];
  expect(writeListedValue({ type: "multi_choice", options }, values)).toBe("a; b");
});
