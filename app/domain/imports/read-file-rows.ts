import type { ReadPlan, ReadRow } from "./read-customer-row";
import type { WrittenRow } from "./write-import-rows.server";

/** A row of a file with its number, counted from 1 without the header. */
export type FileRow = { row: number; cells: readonly string[] };

/** Reads rows; those with problems are rejected. Rows without any text are no rows. */
export function readRowsBy<T>(
  read: (cells: readonly string[], row: number, plan: ReadPlan) => ReadRow<T>,
  rows: readonly FileRow[],
  plan: ReadPlan,
): { readable: T[]; rejected: WrittenRow[] } {
  const readable: T[] = [];
  const rejected: WrittenRow[] = [];
  for (const { row, cells } of rows) {
    const done = { row, recordId: null, before: null };
    if (cells.every((cell) => cell.trim() === "")) {
      rejected.push({ ...done, outcome: "skipped", problems: [] });
      continue;
    }
    const { read: said, problems } = read(cells, row, plan);
    if (said === null) rejected.push({ ...done, outcome: "rejected", problems });
    else readable.push(said);
  }
  return { readable, rejected };
}
