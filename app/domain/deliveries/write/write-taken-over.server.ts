import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import type { BatchDraft } from "../batch-draft";

/** Gives orders and products that files told of the ids of their shop, before the shop's telling is written. */
export async function writeTakenOver(tx: OrgTransaction, draft: BatchDraft): Promise<void> {
  const { takenOver } = draft;
  await moveLinks(tx, draft);
  for (const table of ["orders", "products"] as const) {
    const rows = [...takenOver[table]].map(([id, externalId]) => ({ id, external_id: externalId }));
    if (rows.length === 0) continue;
    await tx.execute(sql`
      update ${sql.identifier(table)} t set external_id = r.external_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, external_id text)
      where t.id = r.id`);
  }
}

/** Items that an import linked to a product by the file's id of it go on being of that product. */
async function moveLinks(tx: OrgTransaction, { takenOver, products }: BatchDraft): Promise<void> {
  const links = [...takenOver.products].map(([id, externalId]) => {
    const parent = products.get(externalId)?.told?.parentExternalId ?? null;
    return { id, product: parent ?? externalId, variant: parent === null ? null : externalId };
  });
  if (links.length === 0) return;
  await tx.execute(sql`
    update order_items i set product_external_id = r.product, variant_external_id = r.variant
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(id uuid, product text, variant text)
      join products p on p.id = r.id
    where i.product_external_id = p.external_id
      and exists (select from orders o where o.id = i.order_id and o.shop_id = p.shop_id)`);
}
