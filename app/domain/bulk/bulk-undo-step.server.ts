import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { JobStep } from "../jobs/job-step";
import { uuids } from "../trash/trash-statements.server";
import { BULK_PAGE } from "./bulk-limits";
import { countUndone, readUndone } from "./change-row.server";
import { getChangeOfJob } from "./read-change.server";
import { undoStatements } from "./undo-statements.server";

const pageRow = z.object({ ids: z.array(z.uuid()), left: z.number() });

/** Puts the next records of a bulk change back as they were. What is done is marked, so no cursor is needed. */
export const bulkUndoStep: JobStep = async ({ db }, { parameters, done, total }) => {
  const { selection: _, ...change } = await getChangeOfJob(db, parameters);
  const { changeId } = change;
  const due = sql`from bulk_change_rows where change_id = ${changeId}::uuid and outcome = 'changed'`;
  const [read, counted] = await db.run([
    db.orm.execute(sql`select array(select record_id ${due} order by record_id limit ${BULK_PAGE}) as ids,
      (select count(*)::int ${due}) as left`),
    db.orm.execute(countUndone(changeId)),
  ]);
  const [{ ids, left } = { ids: [], left: 0 }] = readRows(pageRow, read);
  if (ids.length === 0) {
    return { isDone: true, done, total: done, failed: 0, result: readUndone(counted), expiresAt: null };
  }
  const statements = undoStatements({ ...change, ids: uuids(ids) });
  await db.run(statements.map((statement) => db.orm.execute(statement)));
  const isDone = false as const;
  return { isDone, cursor: {}, done: done + ids.length, total: total ?? left, failed: 0 };
};
