import { sql } from "drizzle-orm";
import type { BatchDraft } from "../batch-draft";
import { fromExcluded, names, rowsOf, type SectionRow } from "./sections";

const PRODUCT = {
  id: "uuid",
  shop_id: "uuid",
  external_id: "text",
  parent_external_id: "text",
  name: "text",
  sku: "text",
  price_minor: "bigint",
  currency: "text",
  status: "text",
  stock: "text",
  stock_quantity: "integer",
  url: "text",
  image_url: "text",
  categories: "jsonb",
  version_at: "timestamptz",
  version_hash: "text",
  removed_at: "timestamptz",
  is_sample: "boolean",
} as const;
const REMOVAL = {
  shop_id: "uuid",
  kind: "text",
  external_id: "text",
  removed_at: "timestamptz",
  restored_at: "timestamptz",
} as const;

export const productStatements = [
  sql`products_written as (
    insert into products (${names(PRODUCT)}, created_at, updated_at)
    select ${names(PRODUCT, "r.")}, input.at, input.at from input, ${rowsOf("products", PRODUCT)}
    on conflict (org_id, shop_id, external_id) do update
    set ${fromExcluded(PRODUCT, ["id", "shop_id", "external_id", "is_sample"])}, updated_at = excluded.updated_at)`,
  sql`products_touched as (
    update products p set removed_at = r.removed_at, updated_at = input.at
    from input, ${rowsOf("touched_products", { id: "uuid", removed_at: "timestamptz" })} where p.id = r.id)`,
  sql`removals_written as (
    insert into removals (${names(REMOVAL)}) select ${names(REMOVAL, "r.")} from ${rowsOf("removals", REMOVAL)}
    on conflict (org_id, shop_id, kind, external_id) do update
    set removed_at = excluded.removed_at, restored_at = excluded.restored_at)`,
];

export function productSections(draft: BatchDraft) {
  const changed = [...draft.products.values()].filter((product) => product.isChanged);
  return {
    products: changed.flatMap(({ id, told, version, removedAt }): SectionRow<typeof PRODUCT>[] => {
      if (!told) return [];
      return [
        {
          id,
          shop_id: draft.shopId,
          external_id: told.externalId,
          parent_external_id: told.parentExternalId,
          name: told.name,
          sku: told.sku,
          price_minor: told.priceMinor,
          currency: told.currency ?? draft.shop.currency,
          status: told.status,
          stock: told.stock,
          stock_quantity: told.stockQuantity,
          url: told.url,
          image_url: told.imageUrl,
          categories: told.categories,
          version_at: version.at,
          version_hash: version.hash,
          removed_at: removedAt,
          is_sample: draft.shop.isSample,
        },
      ];
    }),
    touched_products: changed.flatMap(({ id, told, removedAt }) =>
      told ? [] : { id, removed_at: removedAt },
    ),
    removals: [...draft.removals.values()].flatMap((one) =>
      one.isChanged
        ? {
            shop_id: draft.shopId,
            kind: one.kind,
            external_id: one.externalId,
            removed_at: one.removedAt,
            restored_at: one.restoredAt,
          }
        : [],
    ),
  };
}
