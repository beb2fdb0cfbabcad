import { groupOrderRows } from "./group-order-rows";
import type { FileRow } from "./read-file-rows";
import { type OrderReadPlan, type OrderRow, readOrderRows } from "./read-order-rows";
import type { WrittenRow } from "./write-import-rows.server";

/** Reads rows as orders, those of one together; orders with problems are rejected. Rows without any text are no rows. */
export function readOrders(
  rows: readonly FileRow[],
  plan: OrderReadPlan,
): { readable: OrderRow[]; rejected: WrittenRow[] } {
  const nothing = { recordId: null, before: null };
  const isFilled = ({ cells }: FileRow) => cells.some((cell) => cell.trim() !== "");
  const filled = rows.filter(isFilled);
  const empty = rows.filter((row) => !isFilled(row));
  const rejected = empty.map(
    ({ row }): WrittenRow => ({ row, ...nothing, outcome: "skipped", problems: [] }),
  );
  const readable: OrderRow[] = [];
  for (const group of groupOrderRows(filled, plan.places.get("order"))) {
    const { row, read, problems } = readOrderRows(group, plan);
    if (read) readable.push(read);
    else rejected.push({ row, ...nothing, outcome: "rejected", problems });
  }
  return { readable, rejected };
}
