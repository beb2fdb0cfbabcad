import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvLinesOf } from "./csv-lines";

test("CSV lines come back as they went out, whatever their cells hold", () => {
  expect(csvLinesOf([["a", 'b"c', "d,e", "f\ng", ""]])).toBe('a,"b""c","d,e","f\ng",\r\n');
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\r\n", "\n", " a ", '""'));
  const rows = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (written) => {
      expect(Papa.parse(csvLinesOf(written), { delimiter: ",", newline: "\r\n" }).data.slice(0, -1)).toEqual(
        written,
      );
    }),
  );
});
