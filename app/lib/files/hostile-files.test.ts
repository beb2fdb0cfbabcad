import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../tests/factories/hostile-bytes";
import { HOSTILE_TEXTS } from "../../../tests/factories/hostile-texts";
import { HOSTILE_WORKBOOKS } from "../../../tests/factories/hostile-workbooks";
import { FileRefusal } from "./file-refusal";
import { lookAtTable } from "./look-at-table";
import { readRows } from "./read-rows";

const FILES = { ...HOSTILE_TEXTS, ...HOSTILE_WORKBOOKS };

/** Of the processor, so that a busy machine does not count. */
const MOST_MS = 500;

async function outcomeOf(file: Blob): Promise<Outcome> {
  try {
    const look = await lookAtTable(file);
    const rows: string[][] = [look.columns];
    const choice = {
      encoding: look.encoding ?? undefined,
      delimiter: look.delimiter ?? undefined,
      sheet: look.sheet ?? undefined,
      headerRow: look.headerRow,
      columns: look.columns.length,
    };
    for await (const piece of readRows(file, choice)) rows.push(...piece.rows);
    return rows;
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
    throw error;
  }
}

describe("a file made to do harm is read or refused, with words, in half a second", () => {
  test.each(Object.entries(FILES))("%s", async (_, [make, outcome]) => {
    const file = await make();
    const start = process.cpuUsage();
    const found = await outcomeOf(file);
    const { user, system } = process.cpuUsage(start);
    expect(found).toEqual(outcome);
    expect((user + system) / 1000).toBeLessThan(MOST_MS);
  });

  test("there are at least sixty", () => {
    expect(Object.keys(FILES).length).toBeGreaterThanOrEqual(60);
  });
});
