import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import type { BatchDraft } from "../batch-draft";

/** Gives orders and products that files told of the ids of their shop, before the shop's telling is written. */
export async function writeTakenOver(tx: OrgTransaction, { takenOver }: BatchDraft): Promise<void> {
  for (const table of ["orders", "products"] as const) {
    const rows = [...takenOver[table]].map(([id, externalId]) => ({ id, external_id: externalId }));
    if (rows.length === 0) continue;
    await tx.execute(sql`
      update ${sql.identifier(table)} t set external_id = r.external_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, external_id text)
      where t.id = r.id`);
  }
}
