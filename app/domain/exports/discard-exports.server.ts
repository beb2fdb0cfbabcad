import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import type { ArchivePort } from "../context";
import { exportsPrefix } from "./export-cursor";

const MOST_PARTS = 1000;
const MOST_ROUNDS = 20;

/**
 * Ends every export of the transaction's organization, finished or not, because it
 * may hold somebody who is being erased. Answers how many. The sweep deletes their
 * parts; `deleteExports` does so at once.
 */
export async function discardExports(tx: OrgTransaction): Promise<number> {
  const result = await tx.execute(sql`
    with ended as (
      update jobs set state = case when state in ('queued', 'running') then 'cancelled' else state end,
        cursor = null, lease_id = null, leased_until = null, finished_at = coalesce(finished_at, now()),
        expires_at = now(), updated_at = now()
      where kind in ('full_export', 'list_export') and (state in ('queued', 'running') or result is not null) returning 1
    )
    select count(*) as count from ended`);
  return readRows(z.object({ count: z.coerce.number() }), result)[0]?.count ?? 0;
}

/** Deletes everything that an organization's exports have stored, as far as some rounds reach. */
export async function deleteExports(archive: ArchivePort, orgId: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if ((await archive.deleteSome(exportsPrefix(orgId), MOST_PARTS)) === 0) return;
  }
}
