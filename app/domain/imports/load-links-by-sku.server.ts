import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import type { LinksBySku } from "./link-items";

const linkRow = z.object({
  sku: z.string(),
  productExternalId: z.string(),
  variantExternalId: z.string().nullable(),
});

/**
 * The shop's products that SKUs name. Products in the trash are none, and those that the shop
 * removed count only where no other has the SKU. A SKU of two products names neither; one of several
 * variations of a product names the product.
 */
export async function loadLinksBySku(
  tx: OrgTransaction,
  shopId: string,
  skus: readonly string[],
): Promise<LinksBySku> {
  if (skus.length === 0) return new Map();
  const result = await tx.execute(sql`
    with named as (
      select sku, external_id, parent_external_id, removed_at, bool_and(removed_at is not null) over (partition by sku)
        as is_gone, coalesce(parent_external_id, external_id) as product_external_id
      from products
      where shop_id = ${shopId}::uuid and sku = any(${sql.param([...new Set(skus)])}::text[]) and deleted_at is null)
    select sku, min(product_external_id) as "productExternalId",
      case when count(*) = 1 and bool_and(parent_external_id is not null) then min(external_id) end as "variantExternalId"
    from named where removed_at is null or is_gone
    group by sku having count(distinct product_external_id) = 1`);
  return new Map(readRows(linkRow, result).map(({ sku, ...link }) => [sku, link]));
}
