import { csvLinesOf } from "~/lib/csv-lines";
import { neutralizeCell } from "~/lib/neutral-cell";
import type { Sheet, SheetCell } from "./sheet";

/** Excel takes a file without it for the machine's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Lines of RFC 4180; instants in ISO 8601, UTC. Also for callers that write their files in parts. */
export function csvLines(rows: readonly (readonly SheetCell[])[]): string {
  return csvLinesOf(rows.map((row) => row.map(csvCell)));
}

/** The sheet as a CSV file in UTF-8, a page at a time. */
export function csvFile(sheet: Sheet): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const pages = sheet.pages[Symbol.asyncIterator]();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLines([sheet.header])));
    },
    async pull(controller) {
      const page = await pages.next();
      if (page.done) return controller.close();
      controller.enqueue(encoder.encode(csvLines(page.value)));
    },
    async cancel() {
      await pages.return?.();
    },
  });
}

function csvCell(cell: SheetCell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === "object") return "decimal" in cell ? cell.decimal : cell.local;
  return typeof cell === "string" ? neutralizeCell(cell) : String(cell);
}
