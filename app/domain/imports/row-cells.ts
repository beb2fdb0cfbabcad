import { restoreCell } from "~/lib/neutral-cell";
import type { ImportSettings } from "./import.schema";
import type { ImportProblem } from "./import-outcomes";

const LONGEST_FOUND = 80;
/** What spreadsheet programs show where a formula fails. */
const CELL_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** A row's cells by what their columns are matched with, and the problems that were found on the way. */
export type RowCells = {
  problems: ImportProblem[];
  /** The cell's text, trimmed and without what an export put in front of it; empty where there is none. */
  text(field: string): string;
  /** Adds a problem about a field's cell. */
  wrong(field: string, code: string, values?: ImportProblem["values"]): null;
  /** The text of at most `most` characters; null where there is none or it is too long. */
  short(field: string, most?: number): string | null;
};

/** Where each field stands in a row. */
export function columnsByField({ columns }: Pick<ImportSettings, "columns">): Map<string, number> {
  return new Map(columns.flatMap((field, column) => (field === "" ? [] : [[field, column] as const])));
}

export function openCells(row: readonly string[], places: ReadonlyMap<string, number>): RowCells {
  const problems: ImportProblem[] = [];
  const text = (field: string) => {
    const place = places.get(field);
    const cell = place === undefined ? "" : (row[place] ?? "");
    return restoreCell(cell.replace(UNSTORABLE, "").trim()).trim();
  };
  const wrong: RowCells["wrong"] = (field, code, values) => {
    const found = text(field);
    const shown = found.length > LONGEST_FOUND ? `${found.slice(0, LONGEST_FOUND)}…` : found;
    problems.push({ column: places.get(field) ?? null, code, found: shown, ...(values ? { values } : {}) });
    return null;
  };
  const short: RowCells["short"] = (field, most = 200) => {
    const found = text(field);
    return found.length > most ? wrong(field, "tooLong", { most }) : found || null;
  };
  for (const field of places.keys()) if (CELL_ERROR.test(text(field))) wrong(field, "cellError");
  return { problems, text, wrong, short };
}
