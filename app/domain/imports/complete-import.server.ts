import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";

export type WholeFile = { importId: string; rowCount: number; partCount: number };

/** Ends an upload. Throws `conflict` while a part is missing, or rows between two parts are. */
export async function completeImport(
  ctx: OrgContext,
  { importId, rowCount, partCount }: WholeFile,
): Promise<void> {
  const id = requireRecordId(importId);
  const [result] = await ctx.db.write([
    ctx.db.orm.execute(sql`
      with parts as (
        select part, first_row, row_count,
          sum(row_count) over (order by part) - row_count + 1 as expected_row, row_number() over (order by part) - 1 as n
        from import_parts where import_id = ${id}::uuid
      ),
      whole as (
        select count(*) = ${partCount} and coalesce(sum(row_count), 0) = ${rowCount}
          and coalesce(bool_and(part = n and first_row = expected_row), false) as is_whole from parts
      ),
      completed as (
        update imports set state = 'matching', row_count = ${rowCount}, part_count = ${partCount}, updated_at = now()
        where id = ${id}::uuid and state = 'uploading' and (select is_whole from whole) returning id
      )
      select (select count(*)::int from completed) as completed,
        (select state from imports where id = ${id}::uuid) as state`),
  ]);
  const [row] = readRows(z.object({ completed: z.number(), state: z.string().nullable() }), result);
  if (!row?.state) throw new AppError("not_found", "errors:notFound");
  // Said twice, it is no less complete.
  if (row.completed === 0 && row.state === "uploading")
    throw new AppError("conflict", "imports:errors.partsMissing");
}
