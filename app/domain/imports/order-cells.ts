import type { ImportProblem } from "./import-outcomes";
import type { FileRow } from "./read-file-rows";
import { openCells, type RowCells } from "./row-cells";

const ITEM_FIELDS = new Set(["itemName", "itemSku", "itemQuantity", "itemPrice", "itemTotal"]);
/** What all rows of an order that say it must say alike. */
const AGREEING = ["placedAt", "status", "currency", "total", "number", "email", "phone"];

/** Whether a column is about one item, and not about the order. */
export const isItemField = (field: string) => ITEM_FIELDS.has(field);

type Places = ReadonlyMap<string, number>;

/**
 * The cells of an order's rows: each field of the order once, from the first row that has
 * it, and each row's item. `problems` are all that were found, each with its own row.
 */
export function openOrderCells(rows: readonly FileRow[], places: Places) {
  const row = rows[0]?.row ?? 0;
  const isItem = ([field]: [string, number]) => isItemField(field);
  const orderPlaces = new Map([...places].filter((place) => !isItem(place)));
  const itemPlaces = new Map([...places].filter(isItem));
  const { cells, origins } = mergeRows(rows, [...orderPlaces.values()]);
  const order = openCells(cells, orderPlaces);
  const items = rows.map((one) => openCells(one.cells, itemPlaces));
  const problems = (): ImportProblem[] => [
    ...order.problems.map((problem) => ({ ...problem, row: origins.get(problem.column ?? -1) ?? row })),
    ...items.flatMap((one, n) => one.problems.map((problem) => ({ ...problem, row: rows[n]?.row ?? row }))),
    ...findDiffering(rows, orderPlaces, order),
  ];
  return { row, order, items, problems };
}

/** One row of the first cells that hold something, and from which row each is. */
function mergeRows(rows: readonly FileRow[], columns: readonly number[]) {
  const cells: string[] = [];
  const origins = new Map<number, number>();
  for (const column of columns) {
    const from = rows.find((one) => (one.cells[column] ?? "").trim() !== "");
    cells[column] = from?.cells[column] ?? "";
    if (from) origins.set(column, from.row);
  }
  return { cells, origins };
}

function findDiffering(rows: readonly FileRow[], places: Places, order: RowCells): ImportProblem[] {
  const agreeing = new Map([...places].filter(([field]) => AGREEING.includes(field)));
  return rows.slice(1).flatMap(({ row, cells }) => {
    const own = openCells(cells, agreeing);
    const differs = (field: string) => own.text(field) !== "" && own.text(field) !== order.text(field);
    const fields = [...agreeing.keys()].filter(differs);
    return fields.map((field) => ({
      ...{ row, column: places.get(field) ?? null, code: "orderDiffers" },
      found: own.text(field).slice(0, 80),
    }));
  });
}
