import * as z from "zod";
import type { JobStep } from "../jobs/job-step";
import { uuids } from "../trash/trash-statements.server";
import { applyStatements } from "./apply-statements.server";
import { bulkSelectionSchema } from "./bulk.schema";
import { finishChange, readCounts } from "./change-row.server";
import { getChangeOfJob } from "./read-change.server";
import { readSelectedPage } from "./selected-page.server";

const cursorSchema = z.object({ after: z.uuid() });

/** The next records of a bulk change, in the order of their ids; at the end its counts. */
export const bulkChangeStep: JobStep = async ({ db }, { parameters, cursor, done, total, role }) => {
  const { selection: asked, ...change } = await getChangeOfJob(db, parameters);
  // It is forgotten when the work is over; whoever comes late has nothing left to do.
  const selection = asked === null ? null : bulkSelectionSchema(change.noun).parse(asked);
  const after = cursor === null ? null : cursorSchema.parse(cursor).after;
  const page = selection
    ? await readSelectedPage(db, { ...change, selection, role, now: change.at }, after)
    : { ids: [], total: null };
  const last = page.ids.at(-1);
  if (last === undefined) {
    const [result] = await db.run([db.orm.execute(finishChange(change.changeId, change.act))]);
    const { changed, failed } = readCounts(result);
    return { isDone: true, done, total: done, failed, result: { changed }, expiresAt: null };
  }
  const statements = applyStatements({ ...change, ids: uuids(page.ids) });
  await db.run(statements.map((statement) => db.orm.execute(statement)));
  const seen = done + page.ids.length;
  const known = page.total ?? total ?? seen;
  return { isDone: false, cursor: { after: last }, done: seen, total: Math.max(known, seen), failed: 0 };
};
