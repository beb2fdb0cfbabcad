import { readAmount } from "~/lib/read-amount";
import { readYesNo } from "~/lib/read-yes-no";
import type { FieldType } from "../fields/field-types";
import type { ColumnContent } from "./column-content";

/** What a new custom field for the column's cells is likely to be; text where nothing else is plain. */
export function guessFieldType({
  kind,
  examples,
}: ColumnContent): Extract<FieldType, "text" | "number" | "money" | "date" | "yes_no"> {
  if (kind === "date") return "date";
  if (kind === "number") {
    const isMoney = examples.some((cell) => readAmount(cell, null)?.currency != null || cell.includes("$"));
    return isMoney ? "money" : "number";
  }
  const isYesNo = examples.length > 0 && examples.every((cell) => readYesNo(cell) !== null);
  return isYesNo ? "yes_no" : "text";
}
