/** Why a file is not read; each has words that say what to do. */
export type RefusalCode =
  | "cellTooLong"
  | "compressed"
  | "damaged"
  | "empty"
  | "noSheets"
  | "notATable"
  | "oldExcel"
  | "onlyHeader"
  | "otherSpreadsheet"
  | "protected"
  | "tooLarge"
  | "tooManyColumns"
  | "tooManyRows"
  | "tooMuchInside"
  | "webPage";

/** A file that is not read. `values` fill the words, for example the row. */
export class FileRefusal extends Error {
  readonly code: RefusalCode;
  readonly values: Record<string, number>;

  constructor(code: RefusalCode, values: Record<string, number> = {}) {
    super(code);
    this.name = "FileRefusal";
    this.code = code;
    this.values = values;
  }
}
