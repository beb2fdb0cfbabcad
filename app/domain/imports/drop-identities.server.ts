import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";

/** Forgets identities with their edges and consents. */
export async function dropIdentities(tx: OrgTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // An order in the trash is no reason to keep an address that only an undone import named.
  await tx.execute(sql`
    update orders set identity_id = null
    where identity_id = any(${sql.param([...ids])}::uuid[]) and deleted_at is not null`);
  await tx.execute(sql`delete from identities where id = any(${sql.param([...ids])}::uuid[])`);
}
