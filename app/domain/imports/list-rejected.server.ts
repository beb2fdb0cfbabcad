import { and, asc, eq, gt } from "drizzle-orm";
import { importRows, imports } from "~/db/schema/imports";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import type { ImportProblem } from "./import-outcomes";

/** Rejected rows that a file of them holds. */
const MOST_ROWS = 50_000;
const PAGE_SIZE = 1000;

/** Why a row was rejected: one of these for each problem. */
export type RejectedCell = { row: number; column: string; problem: ImportProblem };

/**
 * What was wrong with an import's rejected rows, in the order of the file, at most
 * `MOST_ROWS` of them. Throws `not_found` before the first page when there is no such import.
 */
export async function listRejected(
  ctx: OrgContext,
  { importId }: { importId: string },
): Promise<AsyncIterable<RejectedCell[]>> {
  const { db } = ctx;
  const id = requireRecordId(importId);
  const [found] = await db.read(
    db.orm.select({ columns: imports.columns }).from(imports).where(eq(imports.id, id)),
  );
  if (!found) throw new AppError("not_found", "errors:notFound");
  const { columns } = found;
  return pagesOf(ctx, id, columns);
}

async function* pagesOf(
  { db }: OrgContext,
  id: string,
  columns: readonly string[],
): AsyncGenerator<RejectedCell[]> {
  let after = 0;
  for (let sent = 0; sent < MOST_ROWS; sent += PAGE_SIZE) {
    const page = await db.read(
      db.orm
        .select({ row: importRows.row, problems: importRows.problems })
        .from(importRows)
        .where(
          and(eq(importRows.importId, id), eq(importRows.outcome, "rejected"), gt(importRows.row, after)),
        )
        .orderBy(asc(importRows.row))
        .limit(PAGE_SIZE),
    );
    yield page.flatMap(({ row, problems }) =>
      (problems ?? []).map((problem) => ({
        row: problem.row ?? row,
        column: problem.column === null ? "" : (columns[problem.column] ?? ""),
        problem,
      })),
    );
    const last = page.at(-1);
    if (!last || page.length < PAGE_SIZE) return;
    after = last.row;
  }
}
