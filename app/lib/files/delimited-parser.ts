import { FILE_LIMITS } from "./file-limits";
import { FileRefusal } from "./file-refusal";

const QUOTE = '"';

/**
 * Takes delimited text apart, piece by piece, in memory that does not grow with
 * the file: rows end with any kind of line end; a cell that begins with a quote
 * may hold delimiters, line ends and doubled quotes; a quote elsewhere is an
 * ordinary character, as for Excel. Throws for a cell or row beyond the limits.
 */
export class DelimitedParser {
  private readonly delimiter: string;
  private readonly plainEnd: RegExp;
  private rows: string[][] = [];
  private row: string[] = [];
  private cell = "";
  private rowNumber = 1;
  private isQuoted = false;
  /** A quote was the last character of a quoted cell so far: its end, or the first of two. */
  private isAfterQuote = false;
  private isAfterReturn = false;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
    this.plainEnd = new RegExp(`[\\r\\n${delimiter === "|" ? "\\|" : delimiter}]`, "g");
  }

  /** The rows that ended within this piece. */
  push(text: string): string[][] {
    for (let at = 0; at < text.length; ) {
      if (this.isAfterQuote) at = this.afterQuote(text, at);
      else if (this.isQuoted) at = this.quoted(text, at);
      else at = this.plain(text, at);
    }
    return this.take();
  }

  /** The last row, when no line end followed it. */
  end(): string[][] {
    if (this.cell !== "" || this.row.length > 0 || this.isAfterQuote || this.isQuoted) this.endRow();
    return this.take();
  }

  private take(): string[][] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private quoted(text: string, at: number): number {
    const end = text.indexOf(QUOTE, at);
    this.add(end === -1 ? text.slice(at) : text.slice(at, end));
    if (end === -1) return text.length;
    this.isAfterQuote = true;
    return end + 1;
  }

  private afterQuote(text: string, at: number): number {
    this.isAfterQuote = false;
    if (text[at] === QUOTE) {
      this.add(QUOTE);
      return at + 1;
    }
    this.isQuoted = false;
    return this.until(text, at);
  }

  private plain(text: string, at: number): number {
    if (this.isAfterReturn) {
      this.isAfterReturn = false;
      if (text[at] === "\n") return at + 1;
    }
    if (text[at] === QUOTE && this.cell === "") {
      this.isQuoted = true;
      return at + 1;
    }
    return this.until(text, at);
  }

  /** Up to what ends a cell, and over it. */
  private until(text: string, at: number): number {
    this.plainEnd.lastIndex = at;
    const end = this.plainEnd.exec(text)?.index ?? -1;
    this.add(end === -1 ? text.slice(at) : text.slice(at, end));
    if (end === -1) return text.length;
    if (text[end] === this.delimiter) this.endCell();
    else this.endRow();
    this.isAfterReturn = text[end] === "\r";
    return end + 1;
  }

  private add(text: string): void {
    if (this.cell.length + text.length > FILE_LIMITS.cell)
      throw new FileRefusal("cellTooLong", { row: this.rowNumber, most: FILE_LIMITS.cell });
    this.cell += text;
  }

  /** Beyond the limit only empty cells are let go by: spreadsheets leave long tails of them. */
  private endCell(): void {
    if (this.row.length < FILE_LIMITS.columns) this.row.push(this.cell);
    else if (this.cell.trim() !== "") throw new FileRefusal("tooManyColumns", { most: FILE_LIMITS.columns });
    this.cell = "";
  }

  private endRow(): void {
    this.endCell();
    this.rows.push(this.row);
    this.row = [];
    this.rowNumber++;
    this.isQuoted = false;
    this.isAfterQuote = false;
  }
}
