import { AppError } from "~/lib/app-error";
import type { ArchivePort } from "../context";
import { readPart } from "./import-files.server";
import type { ImportDetails } from "./imports-queries.server";

const MOST_ROWS = 200;
const LONGEST_CELL = 100;

/** States in which somebody may look at the columns with examples of their cells. */
const MATCHED_IN: readonly string[] = ["matching", "rehearsed"];

/**
 * The first rows of an import that is being matched, wherever it was brought from; none
 * in other states, or once the file is gone. Only for those who may import, all of whom see contacts.
 */
export async function readSample(
  archive: ArchivePort,
  orgId: string,
  { id, state, parts }: Pick<ImportDetails, "id" | "state" | "parts">,
): Promise<string[][]> {
  const [first] = parts;
  if (!first || !MATCHED_IN.includes(state)) return [];
  try {
    const { rows } = await readPart(archive, { orgId, importId: id, ...first });
    return rows.slice(0, MOST_ROWS).map((row) => row.map((cell) => cell.slice(0, LONGEST_CELL)));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return [];
    throw error;
  }
}
