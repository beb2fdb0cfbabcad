import { cleanCell } from "./clean-cell";

const LOOKED_AT = 15;

/**
 * Which of a table's first rows holds the names of the columns, from 0: the
 * first one that fills at least half as many cells as the widest does. A title
 * above the table, or empty rows, come before it.
 */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const widths = rows.slice(0, LOOKED_AT).map((row) => row.filter((cell) => cleanCell(cell) !== "").length);
  const widest = Math.max(0, ...widths);
  return Math.max(
    0,
    widths.findIndex((width) => width > 0 && width * 2 >= widest),
  );
}
