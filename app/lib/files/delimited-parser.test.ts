import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { DelimitedParser } from "./delimited-parser";

const cell = fc.string({ unit: fc.constantFrom("a", "é", "李", ",", ";", '"', "\n", "\r", " ", "1") });
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  .filter((rows) => rows.every((row) => row.length > 1 || row[0] !== ""));

function parseInPieces(text: string, sizes: readonly number[]): string[][] {
  const parser = new DelimitedParser(",");
  const rows: string[][] = [];
  let at = 0;
  for (const size of sizes) {
    rows.push(...parser.push(text.slice(at, at + size)));
    at += size;
  }
  return [...rows, ...parser.push(text.slice(at)), ...parser.end()];
}

test("reads what another program wrote, wherever the pieces are cut", () => {
  const newline = fc.constantFrom("\n", "\r\n", "\r");
  fc.assert(
    fc.property(table, newline, fc.array(fc.nat(7)), (rows, end, sizes) => {
      const written = Papa.unparse(rows, { newline: end, quotes: true });
      expect(parseInPieces(written, sizes)).toEqual(rows);
    }),
  );
});

test("any text gives the same rows whole and in pieces", () => {
  const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r") });
  fc.assert(
    fc.property(text, fc.array(fc.nat(3)), (input, sizes) => {
      expect(parseInPieces(input, sizes)).toEqual(parseInPieces(input, []));
    }),
  );
});
