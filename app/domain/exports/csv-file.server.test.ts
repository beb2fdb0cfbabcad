import { expect, test } from "vitest";
import { csvLines } from "./csv-file.server";

test("a part of a CSV file is whole lines, so that parts follow each other", () => {
  expect(csvLines([["a", 1]]) + csvLines([["=b", null]])).toBe("a,1\r\n'=b,\r\n");
  expect(csvLines([])).toBe("");
});
