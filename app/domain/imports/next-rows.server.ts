import type { ArchivePort } from "../context";
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
  const end = offset + taken.length;
  if (open.noun !== "orders") return batchOf(taken, { part, end, length: rows.length });
  const place = columnOf(open);
  const cells = taken.map((row) => row.cells);
  if (end < rows.length) {
    const whole = countWholeOrders(cells, place);
    return batchOf(taken.slice(0, whole), { part, end: offset + whole, length: rows.length });
  }
  // The last order of a part may go on in the next one.
  const following = (await read(part + 1)) ?? [];
  const key = orderKeyOf(cells.at(-1) ?? [], place);
  const more = countContinued(
    following.map((row) => row.cells),
    place,
    key,
  );
  const all = [...taken, ...following.slice(0, more)];
  if (more === 0) return batchOf(all, { part, end, length: rows.length });
  return batchOf(all, { part: part + 1, end: more, length: following.length });
}

function columnOf({ settings }: Place): number | undefined {
  const place = settings.columns.indexOf("order");
  return place < 0 ? undefined : place;
}

function batchOf(
  rows: FileRow[],
  { part, end, length }: { part: number; end: number; length: number },
): NextRows {
  const after = end >= length ? { part: part + 1, offset: 0 } : { part, offset: end };
  return { rows, after, done: rows.at(-1)?.row ?? 0 };
}

async function readRowsOf(
  archive: ArchivePort,
  orgId: string,
  { open, part }: { open: Place; part: number },
): Promise<FileRow[] | null> {
  const place = open.parts[part];
  if (!place) return null;
  const name = { orgId, importId: open.id, part: place.part, hash: place.hash };
  const { from, rows } = await readPart(archive, name);
  return rows.map((cells, n) => ({ row: from + n, cells }));
}
