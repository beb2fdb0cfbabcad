import type { ArchivePort } from "../context";
import { fillOrderNumbers, type OrderColumns, orderAbove, orderColumnsOf } from "./fill-order-numbers";
import { countContinued, countWholeOrders, orderKeyOf } from "./group-order-rows";
import { readPart } from "./import-files.server";
import type { ImportProgress } from "./import-outcomes";
import type { OpenImport } from "./open-import.server";
import type { FileRow } from "./read-file-rows";

/** Rows that one transaction takes. */
const BATCH_ROWS = 1000;

export type NextRows = { rows: FileRow[]; after: ImportProgress; done: number };

type Place = Pick<OpenImport, "id" | "noun" | "settings" | "progress" | "parts">;

/** The next rows of an import, those of one order together; null at the end of its file. */
export async function nextRows(archive: ArchivePort, orgId: string, open: Place): Promise<NextRows | null> {
  const { part, offset } = open.progress ?? { part: 0, offset: 0 };
  const read = (at: number) => readRowsOf(archive, orgId, { open, part: at });
  const rows = await read(part);
  if (rows === null) return null;
  const taken = rows.slice(offset, offset + BATCH_ROWS);
  const next = { part, end: offset + taken.length, length: rows.length };
  if (open.noun !== "orders") return batchOf(taken, next);
  return nextOrders({ taken, next, above: open.progress?.order ?? "" }, orderColumnsOf(open.settings), read);
}

type Next = { part: number; end: number; length: number };
type Taken = { taken: readonly FileRow[]; next: Next; above: string };

async function nextOrders(
  { taken, next, above }: Taken,
  columns: OrderColumns,
  read: (part: number) => Promise<FileRow[] | null>,
): Promise<NextRows> {
  const rows = fillOrderNumbers(taken, columns, above);
  const withAbove = ({ after, ...batch }: NextRows): NextRows => {
    const order = orderAbove(batch.rows, columns, above);
    return { ...batch, after: order === "" ? after : { ...after, order } };
  };
  if (next.end < next.length) {
    const whole = countWholeOrders(cellsOf(rows), columns.number);
    const end = next.end - rows.length + whole;
    return withAbove(batchOf(rows.slice(0, whole), { ...next, end }));
  }
  // The last order of a part may go on in the next one.
  const unfilled = (await read(next.part + 1)) ?? [];
  const following = fillOrderNumbers(unfilled, columns, orderAbove(rows, columns, above));
  const key = orderKeyOf(rows.at(-1)?.cells ?? [], columns.number);
  const more = countContinued(cellsOf(following), columns.number, key);
  if (more === 0) return withAbove(batchOf(rows, next));
  const all = [...rows, ...following.slice(0, more)];
  return withAbove(batchOf(all, { part: next.part + 1, end: more, length: following.length }));
}

const cellsOf = (rows: readonly FileRow[]) => rows.map(({ cells }) => cells);

function batchOf(rows: FileRow[], { part, end, length }: Next): NextRows {
  const after = end >= length ? { part: part + 1, offset: 0 } : { part, offset: end };
  return { rows, after, done: rows.at(-1)?.row ?? 0 };
}

async function readRowsOf(
  archive: ArchivePort,
  orgId: string,
  { open, part }: { open: Place; part: number },
): Promise<FileRow[] | null> {
  const place = open.parts.find((one) => one.part === part);
  if (!place) return null;
  const name = { orgId, importId: open.id, part: place.part, hash: place.hash };
  const { from, rows } = await readPart(archive, name);
  return rows.map((cells, n) => ({ row: from + n, cells }));
}
