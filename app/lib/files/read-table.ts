import { DelimitedParser } from "./delimited-parser";
import type { Delimiter, Encoding } from "./encodings";
import { FILE_LIMITS } from "./file-limits";
import { FileRefusal } from "./file-refusal";
import { guessDelimiter, isDeclaration } from "./guess-delimiter";
import { guessEncoding } from "./guess-encoding";
import { readText } from "./read-text";
import { sniffFile } from "./sniff-file";
import { readSheet } from "./xlsx-sheet";
import { openWorkbook, type Workbook } from "./xlsx-workbook";

/** What somebody chose about how a file is read; what is left out is guessed. */
export type ReadingChoice = { encoding?: Encoding; delimiter?: Delimiter; sheet?: string };

/** What reading came upon that a person should know. */
export type ReadingNotes = { hasUnreadable: boolean; hasMerged: boolean };

/** Rows as they stand in the file, and how much of it has been read, from 0 to 1. */
type TablePiece = { rows: string[][]; share: number; notes: ReadingNotes };

export type OpenTable = {
  format: "text" | "xlsx";
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  sheets: string[];
  sheet: string | null;
  pieces: () => AsyncGenerator<TablePiece>;
};

const UNREADABLE = "\ufffd";
const GUESSED_BY = 65_536;

/** Opens a file as a table, whatever it is called. Throws `FileRefusal` for what is none. */
export async function openTable(file: Blob, choice: ReadingChoice = {}): Promise<OpenTable> {
  if (file.size > FILE_LIMITS.bytes)
    throw new FileRefusal("tooLarge", { most: FILE_LIMITS.bytes / 1_000_000 });
  const format = await sniffFile(file);
  return format === "text" ? openText(file, choice) : openSheet(await openWorkbook(file), choice);
}

async function openText(file: Blob, choice: ReadingChoice): Promise<OpenTable> {
  const encoding = choice.encoding ?? (await guessEncoding(file));
  const head = await new Response(file.slice(0, GUESSED_BY)).arrayBuffer();
  const start = new TextDecoder(encoding).decode(head, { stream: true });
  const delimiter = choice.delimiter ?? guessDelimiter(start);
  const pieces = () => readDelimited(file, encoding, delimiter);
  return { format: "text", encoding, delimiter, sheets: [], sheet: null, pieces };
}

async function* readDelimited(
  file: Blob,
  encoding: Encoding,
  delimiter: Delimiter,
): AsyncGenerator<TablePiece> {
  const parser = new DelimitedParser(delimiter);
  const notes: ReadingNotes = { hasUnreadable: false, hasMerged: false };
  let isStart = true;
  for await (const { text, bytesRead } of readText(file, encoding)) {
    notes.hasUnreadable ||= text.includes(UNREADABLE);
    const rows = parser.push(text);
    if (isStart && rows[0] && isDeclaration(rows[0])) rows.shift();
    isStart &&= rows.length === 0;
    yield { rows, share: bytesRead / file.size, notes };
  }
  yield { rows: parser.end(), share: 1, notes };
}

function openSheet(workbook: Workbook, { sheet: wanted }: ReadingChoice): OpenTable {
  const sheet = workbook.sheets.find(({ name }) => name === wanted) ?? workbook.sheets[0];
  if (!sheet) throw new FileRefusal("noSheets");
  return {
    format: "xlsx",
    encoding: null,
    delimiter: null,
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    pieces: async function* () {
      for await (const { rows, share, hasMerged } of readSheet(workbook, sheet))
        yield { rows, share, notes: { hasUnreadable: false, hasMerged } };
    },
  };
}
