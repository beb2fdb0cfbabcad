import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";

/**
 * Ends what the organization's imports keep of people, because it may hold
 * somebody who is being erased: files, examples, before-images and rejected cells.
 * None of them can be undone from then on. The sweep deletes the files within minutes.
 */
export async function discardImports(tx: OrgTransaction): Promise<void> {
  await tx.execute(sql`delete from import_drafts`);
  await tx.execute(sql`delete from import_rows`);
  await tx.execute(sql`
    update imports set expires_at = '-infinity', rehearsal = null, progress = null, updated_at = now()
    where expires_at is not null`);
}
