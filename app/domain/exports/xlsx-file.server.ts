import writeExcelFile from "write-excel-file/universal";
import { neutralizeCell } from "~/lib/neutral-cell";
import type { Sheet, SheetCell } from "./sheet";

/** The longest text that Excel takes in one cell. */
const LONGEST = 32_767;
/** Control characters but for the white ones, and what is no character. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu;
const DATE_FORMAT = "yyyy-mm-dd hh:mm:ss";

/** The sheet as an Excel file. It is held in memory whole: bound the rows. */
export async function xlsxFile(sheet: Sheet): Promise<Blob> {
  const rows = [sheet.header.map((value) => ({ value: textCell(value), fontWeight: "bold" as const }))];
  const data: ReturnType<typeof xlsxCell>[][] = [];
  for await (const page of sheet.pages) for (const row of page) data.push(row.map(xlsxCell));
  return writeExcelFile([...rows, ...data], {
    sheet: sheet.name,
    stickyRowsCount: 1,
    dateFormat: DATE_FORMAT,
  }).toBlob();
}

function xlsxCell(cell: SheetCell) {
  if (cell === null) return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: DATE_FORMAT };
  if (typeof cell === "string") return { value: textCell(cell), type: String };
  if (typeof cell === "object") {
    if ("decimal" in cell) return { value: Number(cell.decimal), type: Number };
    return { value: new Date(`${cell.local.replace(" ", "T")}Z`), type: Date, format: DATE_FORMAT };
  }
  return typeof cell === "number" ? { value: cell, type: Number } : { value: cell, type: Boolean };
}

function textCell(text: string): string {
  return neutralizeCell(text).replace(NOT_IN_XML, "").slice(0, LONGEST);
}
