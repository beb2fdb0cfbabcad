import { restoreCell } from "~/lib/neutral-cell";
import { fileRecordId } from "../deliveries/file-records";
import type { FileRow } from "./read-file-rows";

/** Names the order that a row is of; empty where the row does not say. */
export function orderKeyOf(cells: readonly string[], place: number | undefined): string {
  const cell = place === undefined ? "" : restoreCell((cells[place] ?? "").trim()).trim();
  return cell === "" ? "" : fileRecordId(cell);
}

/** Rows that stand one below the other and are of one order. A row that names none stands alone. */
export function groupOrderRows(rows: readonly FileRow[], place: number | undefined): FileRow[][] {
  const groups: FileRow[][] = [];
  let last = "";
  for (const row of rows) {
    const key = orderKeyOf(row.cells, place);
    if (key !== "" && key === last) groups.at(-1)?.push(row);
    else groups.push([row]);
    last = key;
  }
  return groups;
}

/** How many of the rows to take so that no order is cut: all of them when they are one order. */
export function countWholeOrders(rows: readonly (readonly string[])[], place: number | undefined): number {
  const last = orderKeyOf(rows.at(-1) ?? [], place);
  if (last === "") return rows.length;
  const before = rows.findLastIndex((cells) => orderKeyOf(cells, place) !== last);
  return before < 0 ? rows.length : before + 1;
}

/** How many rows at the beginning are still of the order. */
export function countContinued(
  rows: readonly (readonly string[])[],
  place: number | undefined,
  key: string,
): number {
  if (key === "") return 0;
  const end = rows.findIndex((cells) => orderKeyOf(cells, place) !== key);
  return end < 0 ? rows.length : end;
}
