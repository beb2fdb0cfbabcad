/**
 * A cell of an exported file. Text is neutralized on the way out; null is an empty cell. `decimal`
 * keeps its digits, `local` is a time of the organization's zone: `2026-11-23 15:05:00`.
 */
export type SheetCell = string | number | boolean | Date | { decimal: string } | { local: string } | null;

/** A table as it is exported; its pages are read while the file is written. */
export type Sheet = {
  /** Of the worksheet; at most 31 characters. */
  name: string;
  header: readonly string[];
  /** Bounded pages of rows, each as wide as the header. */
  pages: AsyncIterable<readonly (readonly SheetCell[])[]>;
};

export type FileFormat = "csv" | "xlsx";

/** The format that a form or an address asks for; CSV when it asks for none that is known. */
export function readFileFormat(text: unknown): FileFormat {
  return text === "xlsx" ? "xlsx" : "csv";
}
