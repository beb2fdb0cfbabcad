import { cleanCell, isBlankRow } from "./clean-cell";
import { FILE_LIMITS } from "./file-limits";
import { FileRefusal } from "./file-refusal";
import { openTable, type ReadingChoice } from "./read-table";

export type RowsChoice = ReadingChoice & { headerRow: number; columns: number };

/** Rows below the header, in order; `share` of the file has been read, from 0 to 1. */
export type RowsPiece = { rows: string[][]; share: number };

/** Empty rows in a row that are kept as such; longer gaps are closed. */
const LONGEST_GAP = 100;

/**
 * All rows below the header, cleaned, with an empty row as `[]`, so that a row's
 * number is its distance from the header. Cells beyond the columns are left out.
 * Throws `FileRefusal` when there are more rows than an import may have.
 */
export async function* readRows(file: Blob, choice: RowsChoice): AsyncGenerator<RowsPiece> {
  const { pieces } = await openTable(file, choice);
  const count = { skipped: 0, blank: 0, rows: 0 };
  for await (const piece of pieces()) {
    const rows: string[][] = [];
    for (const raw of piece.rows) {
      if (count.skipped <= choice.headerRow) count.skipped++;
      else if (isBlankRow(raw)) count.blank++;
      else {
        for (let gap = Math.min(count.blank, LONGEST_GAP); gap > 0; gap--) rows.push([]);
        count.blank = 0;
        rows.push(raw.slice(0, choice.columns).map(cleanCell));
      }
    }
    count.rows += rows.length;
    if (count.rows > FILE_LIMITS.rows) throw new FileRefusal("tooManyRows", { most: FILE_LIMITS.rows });
    yield { rows, share: piece.share };
  }
}
