import type { ImportNoun } from "~/domain/imports/import-fields";
import type { RefusalCode } from "~/lib/files/file-refusal";
import type { LookChoice, TableLook } from "~/lib/files/look-at-table";
import type { RowsChoice } from "~/lib/files/read-rows";

/** What identifies the file to the server. */
type FileFacts = {
  noun: ImportNoun;
  fileName: string;
  columns: string[];
  encoding: string | null;
  delimiter: string | null;
  sheet: string | null;
};

/** What the page asks of the worker that reads files. */
export type FileTask =
  | { kind: "look"; file: Blob; choice: LookChoice }
  /** `base` is the organization's address. */
  | { kind: "send"; file: Blob; choice: RowsChoice; facts: FileFacts; base: string };

/** What it tells the page. A `failed` upload goes on where it was when it is asked for again. */
export type FileNews =
  | { kind: "looked"; look: TableLook }
  | { kind: "refused"; code: RefusalCode; values: Record<string, number> }
  | { kind: "sending"; rows: number; share: number }
  | { kind: "sent"; importId: string; same: string | null }
  | { kind: "failed"; message: string };
