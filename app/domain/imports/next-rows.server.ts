import type { ArchivePort } from "../context";
import { readPart } from "./import-files.server";
import type { ImportProgress } from "./import-outcomes";
import type { OpenImport } from "./open-import.server";
import type { FileRow } from "./read-file-rows";

/** Rows that one transaction takes. */
const BATCH_ROWS = 1000;

export type NextRows = { rows: FileRow[]; after: ImportProgress; done: number };

/** The next rows of an import; null at the end of its file. */
export async function nextRows(
  archive: ArchivePort,
  orgId: string,
  open: Pick<OpenImport, "id" | "progress" | "parts">,
): Promise<NextRows | null> {
  const { part, offset } = open.progress ?? { part: 0, offset: 0 };
  const place = open.parts[part];
  if (!place) return null;
  const { from, rows } = await readPart(archive, {
    orgId,
    importId: open.id,
    part: place.part,
    hash: place.hash,
  });
  const taken = rows
    .slice(offset, offset + BATCH_ROWS)
    .map((cells, i) => ({ row: from + offset + i, cells }));
  const end = offset + taken.length;
  const after = end >= rows.length ? { part: part + 1, offset: 0 } : { part, offset: end };
  return { rows: taken, after, done: from - 1 + end };
}
