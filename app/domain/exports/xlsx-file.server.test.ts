import { describe, expect, test } from "vitest";
import { openTable } from "~/lib/files/read-table";
import { restoreCell } from "~/lib/neutral-cell";
import type { SheetCell } from "./sheet";
import { xlsxFile } from "./xlsx-file.server";

async function readBack(rows: readonly (readonly SheetCell[])[]): Promise<string[][]> {
  async function* pages() {
    yield rows;
  }
  const file = await xlsxFile({ name: "Customers: all", header: ["a", "b"], pages: pages() });
  const found: string[][] = [];
  for await (const piece of (await openTable(file)).pieces()) found.push(...piece.rows);
  return found;
}

describe("[6.2b] an Excel file", () => {
  test("shows phones and formulas as they are, without an apostrophe", async () => {
    expect(await readBack([["+60123456789", "=SUM(1,2)"]])).toEqual([
      ["a", "b"],
      ["+60123456789", "=SUM(1,2)"],
    ]);
  });

  test("comes back through an import as it went out, whatever its texts look like", async () => {
    const texts = ["+60123456789", "=1+1", "'=1+1", "''+60", "'twas", "0123", "<b>&", "@a", "-"];
    const [, ...rows] = await readBack(texts.map((text) => [text, 7]));
    expect(rows.map(([text]) => restoreCell(text ?? ""))).toEqual(texts);
  });

  test("has numbers, times of the organization's zone and blanks in cells of their own kinds", async () => {
    const rows = await readBack([
      [{ decimal: "1234.50" }, { local: "2026-11-21 02:30:00" }],
      [null, true],
    ]);
    expect(rows.slice(1)).toEqual([
      ["1234.5", "2026-11-21 02:30:00"],
      ["", "TRUE"],
    ]);
  });
});
