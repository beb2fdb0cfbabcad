import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { discardExports } from "../exports/discard-exports.server";
import { discardImports } from "../imports/discard-imports.server";

const countRow = z.object({ count: z.coerce.number() });

/**
 * Erases what is kept of customers besides themselves: what the audit log held before
 * and after, and what changes of many records need to be undone. Answers of how many acts.
 */
export async function eraseCopies(tx: OrgTransaction, customerIds: readonly string[]): Promise<number> {
  if (customerIds.length === 0) return 0;
  const ids = sql.param([...customerIds]);
  const result = await tx.execute(sql`
    with undo as (delete from bulk_change_rows where record_id = any(${ids}::uuid[]))
    select audit_erase_values(${ids}::text[]) as count`);
  return readRows(countRow, result)[0]?.count ?? 0;
}

/** Ends the organization's files that may hold somebody who is being erased; answers how many exports. */
export async function discardFiles(tx: OrgTransaction): Promise<number> {
  const exports = await discardExports(tx);
  await discardImports(tx);
  return exports;
}
