import type { ImportSettings } from "./import.schema";
import type { FieldDiff, ImportProblem, RowOutcome } from "./import-outcomes";

/** What a row would do to an order or product; `record` is it afterwards, `before` as it was. */
export type RecordDecision<Row, Known> = {
  row: Row;
  outcome: RowOutcome;
  record: Known | null;
  before: Known | null;
  diffs: FieldDiff[];
  problems: ImportProblem[];
};

/** What a record says, by a column's target, as the rehearsal shows it. */
export type ShownFields = Readonly<Record<string, string | null>>;

export function isWritten({ outcome }: { outcome: RowOutcome }): boolean {
  return outcome === "created" || outcome === "changed";
}

/** What differs, but for what a person set. */
export function diffFields(
  before: ShownFields,
  after: ShownFields,
  corrected: readonly string[],
): FieldDiff[] {
  return Object.entries(after).flatMap(([field, now]) => {
    const was = before[field] ?? null;
    return now === was || corrected.includes(field) ? [] : [{ field, before: was, after: now }];
  });
}

/** Whether the seller wants rows of this kind left out. */
export function isLeftOut(mode: ImportSettings["mode"], isKnown: boolean): boolean {
  return isKnown ? mode === "create" : mode === "update";
}

/** What a shop tells itself, or a person entered, is no file's to change. */
export const SHOP_TOLD: ImportProblem = { column: null, code: "shopTold", found: "" };
