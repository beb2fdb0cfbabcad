import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import type { ArchivePort } from "../context";
import { importPrefix } from "./import-files.server";

const MOST_IMPORTS = 50;
const MOST_PARTS = 1000;
const MOST_ROWS = 20_000;

const placeRow = z.object({ org_id: z.uuid(), id: z.uuid() });
const leftRow = z.object({ count: z.number() });

/**
 * Deletes the files of imports whose time is over, with what undoing them needs:
 * at most so many rows a run, the rest with the next. The import itself stays, with
 * its counts. Answers how many are done.
 */
export async function expireImports(input: {
  db: HttpDatabase;
  archive: ArchivePort;
  now: Date;
}): Promise<number> {
  const call = sql`select org_id, id from list_expired_imports(${input.now.toISOString()}::timestamptz, ${MOST_IMPORTS})`;
  let done = 0;
  for (const { org_id, id } of readRows(placeRow, await input.db.execute(call))) {
    if ((await input.archive.deleteSome(importPrefix(org_id, id), MOST_PARTS)) === MOST_PARTS) continue;
    if (await forgetRows(new JobDb(input.db, org_id), id)) done += 1;
  }
  return done;
}

/** Deletes some rows; true when none was left. */
async function forgetRows(db: JobDb, importId: string): Promise<boolean> {
  const id = sql`${importId}::uuid`;
  const [deleted] = await db.run([
    db.orm.execute(sql`
      with gone as (
        delete from import_rows where import_id = ${id} and row in (
          select row from import_rows where import_id = ${id} limit ${MOST_ROWS}) returning 1)
      select count(*)::int as count from gone`),
    db.orm.execute(sql`delete from import_drafts where import_id = ${id}`),
    db.orm.execute(sql`
      update imports set expires_at = null, rehearsal = null, progress = null, updated_at = now()
      where id = ${id} and not exists (select from import_rows where import_id = ${id})`),
  ]);
  return readRows(leftRow, deleted)[0]?.count !== MOST_ROWS;
}
