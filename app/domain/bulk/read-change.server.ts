import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { TRASH_NOUNS } from "../trash/trash-nouns";
import { plannedActSchema } from "./planned-act.schema";

/** A bulk change as statements need it. */
export const keptChangeRow = z.object({
  changeId: z.uuid(),
  noun: z.enum(TRASH_NOUNS),
  act: plannedActSchema,
  by: z.uuid(),
  at: z.coerce.date(),
  /** Only until the work is over. */
  selection: z.unknown(),
});

/** The query for a change, with `more` columns of `bulk_changes b`. */
export function selectChange(changeId: string, more: SQL = sql`null as more`): SQL {
  return sql`
    select b.id as "changeId", noun, request -> 'act' as act, request -> 'selection' as selection, created_by as by,
      created_at as at, ${more}
    from bulk_changes b where b.id = ${changeId}::uuid`;
}

const parametersSchema = z.object({ changeId: z.uuid() });

/** The change that a job's parameters name. Throws `conflict` once it is older than 30 days. */
export async function getChangeOfJob(db: JobDb, parameters: unknown) {
  const { changeId } = parametersSchema.parse(parameters);
  const [found] = await db.run([db.orm.execute(selectChange(changeId))]);
  const [change] = readRows(keptChangeRow, found);
  if (!change) throw new AppError("conflict", "errors:bulk.expired");
  return change;
}
