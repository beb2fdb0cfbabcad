import { type DateOrder, readDate } from "~/lib/read-date";
import { readDecimal } from "~/lib/read-decimal";

/** What a column's cells are, most of them. */
type ColumnKind = "email" | "phone" | "date" | "number" | "text" | "empty";

export type ColumnContent = {
  kind: ColumnKind;
  examples: string[];
};

const EMAIL = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;
const PHONE = /^(?:'?\+|0)[\d\s()./-]{8,18}$|^(?:60|65|62)\d{8,11}$|^1\d{8,9}$|^\d\.\d+e\+1[01]$/i;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?$/;
const MONEY = /^(?:rm|myr|sgd|s\$|\$)?(?:\s*-)?[\d.,\s]+$/i;
const MOST = 0.6;
const MOST_EXAMPLES = 3;

/** What stands in a column, judged by the rows seen. */
export function contentOf(cells: readonly string[]): ColumnContent {
  const filled = cells.filter((cell) => cell !== "");
  const examples = [...new Set(filled)].slice(0, MOST_EXAMPLES);
  const share = (test: RegExp) =>
    filled.filter((cell) => test.test(cell)).length / Math.max(1, filled.length);
  const kinds = [
    ["email", EMAIL],
    ["date", DATE],
    ["phone", PHONE],
    ["number", MONEY],
  ] as const;
  const kind = kinds.find(([, test]) => share(test) > MOST)?.[0];
  return { kind: filled.length === 0 ? "empty" : (kind ?? "text"), examples };
}

const ORDERS = ["dmy", "mdy", "ymd"] as const satisfies readonly DateOrder[];

/** The orders in which every date of numbers can be read, and dates that would be read differently. */
export function dateOrdersOf(cells: readonly string[]) {
  // What no order can read is a wrong cell, and tells nothing of the others.
  const isReadable = (cell: string) => ORDERS.some((order) => readDate(cell, order) !== null);
  const dates = cells.filter((cell) => DATE.test(cell) && isReadable(cell));
  const possible = ORDERS.filter((order) => dates.every((date) => readDate(date, order) !== null));
  const unsure = dates.filter((date) => new Set(possible.map((order) => readDate(date, order))).size > 1);
  return { possible, examples: [...new Set(unsure)].slice(0, MOST_EXAMPLES) };
}

/** The decimal sign that the numbers show, null when they could have either; and numbers that leave it open. */
export function decimalOf(cells: readonly string[]) {
  const numbers = cells
    .map((cell) => cell.replace(/^(?:rm|myr|sgd|s\$|\$)\s*/i, ""))
    .filter((cell) => readDecimal(cell, ".") !== null || readDecimal(cell, ",") !== null);
  const fits = (mark: "." | ",") => numbers.every((cell) => readDecimal(cell, mark) !== null);
  const [point, comma] = [fits("."), fits(",")];
  const unsure = numbers.filter((cell) => readDecimal(cell, ".") !== readDecimal(cell, ","));
  const sign: "." | "," | null = point === comma ? null : point ? "." : ",";
  return { sign, examples: sign === null ? [...new Set(unsure)].slice(0, MOST_EXAMPLES) : [] };
}
