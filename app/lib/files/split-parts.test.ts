import fc from "fast-check";
import { expect, test } from "vitest";
import { type RowsPart, splitParts } from "./split-parts";

async function* inPieces(rows: string[][], size: number) {
  for (let at = 0; at < rows.length; at += size) yield { rows: rows.slice(at, at + size) };
}

test("parts hold every row once and in order, within the limits, however the file was read", async () => {
  const row = fc.array(fc.string({ maxLength: 30, unit: "grapheme" }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const limits = { rows: 5, bytes: 400 };
      const parts: RowsPart[] = [];
      for await (const part of splitParts(inPieces(rows, size), limits)) parts.push(part);
      expect(parts.flatMap((part) => part.rows)).toEqual(rows);
      let next = 1;
      for (const [n, { part, from, rows: own }] of parts.entries()) {
        expect([part, from]).toEqual([n, next]);
        expect(own.length).toBeLessThanOrEqual(limits.rows);
        const bytes = new TextEncoder().encode(JSON.stringify({ from, rows: own })).byteLength;
        if (own.length > 1) expect(bytes).toBeLessThanOrEqual(limits.bytes);
        next += own.length;
      }
    }),
  );
});
