import { csvLinesOf } from "~/lib/csv-lines";
import { neutralizeCell } from "~/lib/neutral-cell";

type Rows = readonly Record<string, unknown>[];

/** Lines of a CSV file, its heading included where it begins. Lists and objects stand in a cell as JSON. */
export function csvText(columns: readonly string[], rows: Rows, isFirst: boolean): string {
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])));
  // Spreadsheets take a file for UTF-8 only when it says so.
  const heading = isFirst ? `\uFEFF${csvLinesOf([columns])}` : "";
  return heading + csvLinesOf(lines);
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return neutralizeCell(value);
  return typeof value === "object" ? neutralizeCell(JSON.stringify(value)) : String(value);
}

/** A piece of a JSON array with a row per line; the pieces of a file in a row are one array. */
export function jsonText(rows: Rows, place: { isFirst: boolean; isLast: boolean; hasRows: boolean }): string {
  const lines = rows.map((row, i) => `${i > 0 || place.hasRows ? ",\n" : ""}${JSON.stringify(row)}`);
  return `${place.isFirst ? "[\n" : ""}${lines.join("")}${place.isLast ? "\n]\n" : ""}`;
}
