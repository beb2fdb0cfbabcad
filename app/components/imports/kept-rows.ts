const MOST_ROWS = 200;
const LONGEST_CELL = 100;

/** A file's first rows, to travel with the way to the next step: examples for matching its columns. */
export function rowsToKeep(rows: readonly (readonly string[])[]) {
  return { rows: rows.slice(0, MOST_ROWS).map((row) => row.map((cell) => cell.slice(0, LONGEST_CELL))) };
}

/** The rows that came along; none where the page was opened another way. */
export function keptRows(state: unknown): string[][] {
  if (typeof state !== "object" || state === null || !("rows" in state) || !Array.isArray(state.rows))
    return [];
  return state.rows.filter((row): row is string[] => Array.isArray(row));
}
