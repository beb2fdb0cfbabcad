import { cleanCell, isBlankRow } from "./clean-cell";
import { FileRefusal } from "./file-refusal";
import { findHeader } from "./find-header";
import { type OpenTable, openTable, type ReadingChoice, type ReadingNotes } from "./read-table";

export type LookChoice = ReadingChoice & {
  /** The row with the columns' names, from 0; guessed when left out. */
  headerRow?: number;
};

/** What a file holds, from its beginning: enough to see whether it is read rightly. */
export type TableLook = Omit<OpenTable, "pieces"> & {
  headerRow: number;
  columns: string[];
  /** The first rows below the header, as wide as it. */
  rows: string[][];
  notes: ReadingNotes;
};

const SEEN_ROWS = 500;
/** With empty ones among them. */
const MOST_ROWS = 20_000;
const LONGEST_NAME = 500;

/** Reads a file's beginning. Throws `FileRefusal`, also for a table without any row. */
export async function lookAtTable(file: Blob, choice: LookChoice = {}): Promise<TableLook> {
  const { pieces, ...table } = await openTable(file, choice);
  const seen: string[][] = [];
  let filled = 0;
  let notes: ReadingNotes = { hasUnreadable: false, hasMerged: false };
  for await (const piece of pieces()) {
    for (const row of piece.rows) {
      if (filled < SEEN_ROWS && seen.length < MOST_ROWS) seen.push(row);
      if (!isBlankRow(row)) filled++;
    }
    notes = piece.notes;
    if (filled >= SEEN_ROWS || seen.length === MOST_ROWS) break;
  }
  if (seen.every(isBlankRow)) throw new FileRefusal("empty");
  const headerRow = choice.headerRow ?? findHeader(seen);
  const below = seen.slice(headerRow + 1).map((row) => row.map(cleanCell));
  if (below.every(isBlankRow)) throw new FileRefusal("onlyHeader");
  const columns = namesOf(seen[headerRow] ?? [], below);
  const rows = below.map((row) => columns.map((_, at) => row[at] ?? ""));
  return { ...table, headerRow, columns, rows: rows.filter((row) => !isBlankRow(row)), notes };
}

/** As many as the header and the rows seen have filled; a column without a name has the empty one. */
function namesOf(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  let width = 0;
  for (const row of [header.map(cleanCell), ...rows]) {
    const filled = row.findLastIndex((cell) => cell !== "") + 1;
    width = Math.max(width, filled);
  }
  return Array.from({ length: width }, (_, at) => cleanCell(header[at] ?? "").slice(0, LONGEST_NAME));
}
