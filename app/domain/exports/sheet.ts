/** A cell of an exported file. Text is neutralized on the way out; null is an empty cell. */
export type SheetCell = string | number | boolean | Date | null;

/** A table as it is exported; its pages are read while the file is written. */
export type Sheet = {
  /** Of the worksheet; at most 31 characters. */
  name: string;
  header: readonly string[];
  /** Bounded pages of rows, each as wide as the header. */
  pages: AsyncIterable<readonly (readonly SheetCell[])[]>;
};

export type FileFormat = "csv" | "xlsx";
