import { expect, test } from "vitest";
import { contentOf } from "./column-content";
import { guessFieldType } from "./guess-field-type";

test.each([
  [["23/11/2025", "1/2/2026"], "date"],
  [["12", "3.5"], "number"],
  [["RM 12", "RM 3.50"], "money"],
  [["ya", "tidak"], "yes_no"],
  [["M", "XL"], "text"],
  [[""], "text"],
])("a new field for %j is of type %s", (cells, type) => {
  expect(guessFieldType(contentOf(cells))).toBe(type);
});
