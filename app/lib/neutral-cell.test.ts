import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardTypedCell, neutralizeCell, restoreCell } from "./neutral-cell";

const STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"];

describe("a cell", () => {
  test.each(STARTS)("that begins with %j is text, not a formula", (start) => {
    expect(neutralizeCell(`${start}1+1`)).toBe(`'${start}1+1`);
  });

  test("with anything else stays as it is", () => {
    for (const text of ["", "Aina", "1=1", "'twas", "a@b.my", " =1"]) expect(neutralizeCell(text)).toBe(text);
  });

  test("with a phone number survives the way out and back", () => {
    expect(restoreCell(neutralizeCell("+60123456789"))).toBe("+60123456789");
  });

  test("of a typed file stays as it is, unless it looks like one that was neutralized", () => {
    for (const text of ["+60123456789", "=1+1", "Aina"]) expect(guardTypedCell(text)).toBe(text);
    expect(guardTypedCell("'=1+1")).toBe("''=1+1");
  });

  test("never begins a formula, and comes back as it went out, whatever it holds", () => {
    const text = fc
      .tuple(fc.constantFrom("", "'", "''", ...STARTS), fc.string({ unit: "binary" }))
      .map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(text, (original) => {
        const cell = neutralizeCell(original);
        expect(STARTS.some((start) => cell.startsWith(start))).toBe(false);
        expect(restoreCell(cell)).toBe(original);
        expect(restoreCell(guardTypedCell(original))).toBe(original);
      }),
    );
  });
});
