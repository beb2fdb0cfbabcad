import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";

/** Forgets identities with their edges and consents. */
export async function dropIdentities(tx: OrgTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`delete from identities where id = any(${sql.param([...ids])}::uuid[])`);
}
