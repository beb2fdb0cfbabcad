import { type NumberLook, showNumber } from "./excel-number";
import { FILE_LIMITS } from "./file-limits";
import { FileRefusal } from "./file-refusal";
import { readXml } from "./read-xml";
import { unzipEntry } from "./unzip-entry";
import { readSharedStrings, readStyles } from "./xlsx-shared";
import type { Sheet, Workbook } from "./xlsx-workbook";

/** Empty rows that are kept between two with content, so that row numbers stay those of the spreadsheet. */
const LONGEST_GAP = 100;
const LAST_ROW = 1_048_576;

export type SheetPiece = {
  rows: string[][];
  /** How much of the sheet has been read, from 0 to 1. */
  share: number;
  /** Cells that were merged with others, which are empty for us. */
  hasMerged: boolean;
};

/** A sheet's rows, piece by piece: every cell as the text that a person sees, dates as `2026-11-23`. */
export async function* readSheet(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetPiece> {
  const [strings, looks] = [await readSharedStrings(workbook), await readStyles(workbook)];
  const reader = new SheetReader(strings, looks, workbook.is1904);
  const startLeft = workbook.budget.left;
  const pieces = unzipEntry(workbook.file, sheet.entry, workbook.budget);
  for await (const _ of readXml(pieces, reader)) {
    const share = Math.min(1, (startLeft - workbook.budget.left) / Math.max(1, sheet.entry.size));
    yield { rows: reader.take(), share, hasMerged: reader.hasMerged };
  }
  yield { rows: reader.take(), share: 1, hasMerged: reader.hasMerged };
}

class SheetReader {
  hasMerged = false;
  private rows: string[][] = [];
  private row: string[] = [];
  private rowNumber = 0;
  private column = -1;
  private type = "";
  private style = 0;
  private value = "";
  private isText = false;
  private isPhonetic = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly looks: readonly NumberLook[],
    private readonly is1904: boolean,
  ) {}

  take(): string[][] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "c") this.openCell(attributes);
    else if (name === "v" || name === "t") this.isText = !this.isPhonetic;
    else if (name === "row") this.openRow(Number(attributes.r ?? this.rowNumber + 1));
    else if (name === "rPh") this.isPhonetic = true;
    else if (name === "mergeCell") this.hasMerged = true;
  };

  text = (piece: string): void => {
    if (!this.isText) return;
    if (this.value.length + piece.length > FILE_LIMITS.cell) throw this.tooLong();
    this.value += piece;
  };

  close = (name: string): void => {
    if (name === "v" || name === "t") this.isText = false;
    else if (name === "c") this.closeCell();
    else if (name === "row") this.rows.push(this.row);
    else if (name === "rPh") this.isPhonetic = false;
  };

  private openRow(number: number): void {
    if (!(number >= 1 && number <= LAST_ROW)) throw new FileRefusal("damaged");
    const gap = Math.min(number - this.rowNumber - 1, LONGEST_GAP);
    for (let n = 0; n < gap; n++) this.rows.push([]);
    this.rowNumber = Math.max(number, this.rowNumber + 1);
    this.row = [];
    this.column = -1;
  }

  private openCell({ r, t = "n", s = "0" }: Readonly<Record<string, string>>): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.type = t;
    this.style = Number(s);
    this.value = "";
  }

  private closeCell(): void {
    const value = this.shown();
    if (value === "") return;
    if (this.column >= FILE_LIMITS.columns)
      throw new FileRefusal("tooManyColumns", { most: FILE_LIMITS.columns });
    if (value.length > FILE_LIMITS.cell) throw this.tooLong();
    while (this.row.length < this.column) this.row.push("");
    this.row[this.column] = value;
  }

  private tooLong(): FileRefusal {
    return new FileRefusal("cellTooLong", { row: this.rowNumber, most: FILE_LIMITS.cell });
  }

  private shown(): string {
    if (this.value === "") return "";
    if (this.type === "s") return this.strings[Number(this.value)] ?? "";
    if (this.type === "b") return this.value === "1" ? "TRUE" : "FALSE";
    if (this.type !== "n") return this.value;
    return showNumber(this.value, this.looks[this.style] ?? { kind: "number", digits: 0 }, this.is1904);
  }
}

/** `AB12` is column 27, from 0. Throws for what no spreadsheet writes. */
function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < 4; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (!(letter >= 65 && letter <= 90)) break;
    column = column * 26 + letter - 64;
  }
  if (at === 0 || at === 4) throw new FileRefusal("damaged");
  return column - 1;
}
