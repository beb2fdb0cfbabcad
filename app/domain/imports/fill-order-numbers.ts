import type { ImportSettings } from "./import.schema";
import { isItemField } from "./order-cells";
import type { FileRow } from "./read-file-rows";

/** Columns of a file of orders: of the order's number, of the rest of what is said of an order, and of its items. */
export type OrderColumns = { number: number; rest: readonly number[]; items: readonly number[] };

export function orderColumnsOf({ columns }: Pick<ImportSettings, "columns">): OrderColumns {
  const placesOf = (wanted: (field: string) => boolean) =>
    columns.flatMap((field, place) => (field !== "" && wanted(field) ? [place] : []));
  return {
    number: columns.indexOf("order"),
    rest: placesOf((field) => field !== "order" && !isItemField(field)),
    items: placesOf(isItemField),
  };
}

/**
 * The rows with the order number of the row above where theirs says nothing but one more item: many
 * exports write an order's own cells in its first row only. `above` is the number above the first of
 * them, empty where there is none. A row without a number that is no such item parts what is below
 * it from what is above. Rows without any text are none.
 */
export function fillOrderNumbers(rows: readonly FileRow[], columns: OrderColumns, above: string): FileRow[] {
  let number = above;
  return rows.map((row) => {
    const isAdding = isOnlyItem(row, columns);
    number = isAdding ? number : orderAbove([row], columns, number);
    return isAdding && number !== "" ? { ...row, cells: numbered(row.cells, columns.number, number) } : row;
  });
}

/** The number of the last of the rows, for the row below them. */
export function orderAbove(rows: readonly FileRow[], columns: OrderColumns, above: string): string {
  const last = rows.findLast(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  return last ? textAt(last, columns.number) : above;
}

/** A row may be shorter than the header. */
function numbered(cells: readonly string[], place: number, number: string): string[] {
  const length = Math.max(cells.length, place + 1);
  return Array.from({ length }, (_, at) => (at === place ? number : (cells[at] ?? "")));
}

function isOnlyItem(row: FileRow, { number, rest, items }: OrderColumns): boolean {
  const isBlank = (place: number) => textAt(row, place) === "";
  return isBlank(number) && rest.every(isBlank) && !items.every(isBlank);
}

const textAt = ({ cells }: FileRow, place: number) => (cells[place] ?? "").trim();
