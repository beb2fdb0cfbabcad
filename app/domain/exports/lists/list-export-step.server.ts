import type { JobValues } from "~/db/schema/jobs";
import { actAs } from "~/domain/filters/matching-ids.server";
import type { JobStep, JobTools, RunningJob } from "~/domain/jobs/job-step";
import { csvLines } from "../csv-file.server";
import { type ExportFile, emptyFile } from "../export-cursor";
import type { SheetCell } from "../sheet";
import { storePart } from "../store-part.server";
import { MOST_SHEET_ROWS, SHEET_END, sheetPath, sheetRows, sheetStart } from "../xlsx-parts";
import { finishListExport } from "./finish-list-export.server";
import { listColumns } from "./list-columns";
import { type ListExportCursor, listExportCursor } from "./list-export-cursor";
import { readListRows, selectListRows } from "./read-list-rows.server";

const PAGE_SIZE = 4_000;
/** Excel takes a file without it for the machine's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The next page of a list, written as CSV or into a worksheet and stored as a part of its file. */
export const listExportStep: JobStep = async (tools, job) => {
  const cursor = listExportCursor.parse(job.cursor);
  const page = await readPage(tools, cursor);
  const isLast = page.length < PAGE_SIZE;
  const cells = page.map((row) => row.cells);
  const files = await storePage(tools, job, { cursor, cells, isLast });
  const done = job.done + page.length;
  if (isLast) return finishListExport(tools, job, { cursor, files, done });
  const after = page.at(-1)?.id ?? cursor.after;
  return { isDone: false, cursor: { ...rawCursor(job), after, files }, done, total: job.total, failed: 0 };
};

/** The cursor as it is kept, with the question as it was asked. */
function rawCursor({ cursor }: RunningJob): JobValues {
  return cursor ?? {};
}

async function readPage({ db }: JobTools, { rows, columns: keys, fields, after }: ListExportCursor) {
  // Whoever may export records may see contacts; the columns were chosen by the role that asked.
  const columns = listColumns(rows.noun, { keys, mayViewContacts: true, fields });
  const page = { afterId: after, limit: PAGE_SIZE };
  const [, result] = await db.run([actAs(db.orm, "admin"), selectListRows(db.orm, rows, { columns, page })]);
  return readListRows(columns, result);
}

type Page = { cursor: ListExportCursor; cells: SheetCell[][]; isLast: boolean };

async function storePage(tools: JobTools, job: RunningJob, page: Page): Promise<ExportFile[]> {
  return page.cursor.format === "csv" ? storeCsv(tools, job, page) : storeSheets(tools, job, page);
}

async function storeCsv(tools: JobTools, job: RunningJob, { cursor, cells, isLast }: Page) {
  const file = cursor.files[0] ?? emptyFile(`${cursor.rows.noun}.csv`);
  const start = file.parts === 0 ? BYTE_ORDER_MARK + csvLines([cursor.header]) : "";
  return [await storePart(tools, job, { file, text: start + csvLines(cells), rows: cells.length, isLast })];
}

/** Rows go into the last worksheet; when it is full the next one begins. */
async function storeSheets(tools: JobTools, job: RunningJob, { cursor, cells, isLast }: Page) {
  const files = [...cursor.files];
  let left = cells;
  do {
    const last = files.at(-1);
    const isFull = last !== undefined && last.rows >= MOST_SHEET_ROWS;
    const file = last === undefined || isFull ? emptyFile(sheetPath(files.length + 1)) : last;
    const fitting = left.slice(0, MOST_SHEET_ROWS - file.rows);
    left = left.slice(fitting.length);
    const isEnd = file.rows + fitting.length >= MOST_SHEET_ROWS || (isLast && left.length === 0);
    const start = file.parts === 0 ? sheetStart(cursor.header) : "";
    const text = start + sheetRows(fitting) + (isEnd ? SHEET_END : "");
    const stored = await storePart(tools, job, { file, text, rows: fitting.length, isLast: isEnd });
    if (file === last) files.pop();
    files.push(stored);
  } while (left.length > 0);
  return files;
}
