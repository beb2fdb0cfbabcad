import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { correctionsSchema } from "../corrections/corrections.schema";
import { addProduct, type KnownProduct, type KnownProducts, productStateSchema } from "./known-product";
import type { ProductRow } from "./read-product-row";
import { correctedFields, toldBeside } from "./told-beside";

const productRow = z.object({
  id: z.uuid(),
  isTrashed: z.boolean(),
  corrections: correctionsSchema,
  versionAt: z.iso.datetime({ offset: true }),
  versionHash: z.string(),
  shown: z.record(z.string(), z.unknown()),
});

/** The shop's products that the rows name, by its id or by their SKU. */
export async function loadKnownProducts(
  tx: OrgTransaction,
  shopId: string,
  rows: readonly ProductRow[],
): Promise<KnownProducts> {
  const ids = rows.flatMap(({ externalId }) => externalId ?? []);
  const skus = rows.flatMap(({ said }) => said.sku ?? []);
  const named = sql`shop_id = ${shopId}::uuid and (external_id = any(${sql.param(ids)}::text[])
    or sku = any(${sql.param(skus)}::text[]))`;
  const known: KnownProducts = { byId: new Map(), bySku: new Map() };
  for (const product of await readKnownProducts(tx, named)) addProduct(known, product);
  return known;
}

/** Products as they were told, for which the condition holds. Of several with one SKU the oldest comes last. */
export async function readKnownProducts(tx: OrgTransaction, condition: SQL): Promise<KnownProduct[]> {
  const result = await tx.execute(sql`
    select id, deleted_at is not null as "isTrashed", corrections, to_json(version_at) as "versionAt",
      version_hash as "versionHash", json_build_object('externalId', external_id, 'parentExternalId',
        parent_external_id, 'name', name, 'sku', sku, 'priceMinor', price_minor, 'currency', currency, 'status', status,
        'stock', stock, 'stockQuantity', stock_quantity, 'url', url, 'imageUrl', image_url, 'categories', categories
      ) as shown
    from products where ${condition} order by created_at desc, id desc`);
  return readRows(productRow, result).map(
    ({ id, isTrashed, corrections, versionAt, versionHash, shown }) => ({
      id,
      state: productStateSchema.parse({ ...shown, ...toldBeside(corrections) }),
      version: { at: new Date(versionAt).toISOString(), rank: 0, hash: versionHash },
      corrected: correctedFields(corrections),
      isTrashed,
    }),
  );
}
