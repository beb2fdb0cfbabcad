import { type SQL, sql } from "drizzle-orm";
import { keepBeside, standingValue } from "~/domain/corrections/stand-over";
import { correctableOf } from "~/domain/products/correctable-product";
import type { BatchDraft, DraftProduct, DraftRemoval } from "../batch-draft";
import { fromExcluded, names, partFor, type RowOf, uuids } from "./row-source";

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
  corrections: "jsonb",
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

const TOUCHED = { id: "uuid", removed_at: "timestamptz" } as const;

/** Writes products, and when the shop removed or restored what. */
export function productParts(draft: BatchDraft, at: string): SQL[] {
  const changed = [...draft.products.values()].filter((product) => product.isChanged);
  const touched = changed.flatMap(({ id, told, removedAt }) => (told ? [] : { id, removed_at: removedAt }));
  const removals = [...draft.removals.values()].filter((one) => one.isChanged);
  return [
    ...partFor(
      PRODUCT,
      changed.flatMap((product) => productRow(draft, product)),
      (source) => productsWritten(source, at),
    ),
    ...partFor(TOUCHED, touched, (source) => productsTouched(source, touched, at)),
    ...partFor(
      REMOVAL,
      removals.map((one) => removalRow(draft.shopId, one)),
      removalsWritten,
    ),
  ];
}

const productsWritten = (source: SQL, at: string) => sql`products_written as (
  insert into products (${names(PRODUCT)}, created_at, updated_at)
  select ${names(PRODUCT, "r.")}, ${at}::timestamptz, ${at}::timestamptz from ${source}
  on conflict (org_id, shop_id, external_id) do update
  set ${fromExcluded(PRODUCT, ["id", "shop_id", "external_id", "is_sample"])}, updated_at = excluded.updated_at)`;

const productsTouched = (
  source: SQL,
  rows: readonly { id: string }[],
  at: string,
) => sql`products_touched as (
  update products p set removed_at = r.removed_at, updated_at = ${at}::timestamptz
  from ${source} where p.id = r.id and p.id = any(${uuids(rows.map(({ id }) => id))}))`;

const removalsWritten = (source: SQL) => sql`removals_written as (
  insert into removals (${names(REMOVAL)}) select ${names(REMOVAL, "r.")} from ${source}
  on conflict (org_id, shop_id, kind, external_id) do update
  set removed_at = excluded.removed_at, restored_at = excluded.restored_at)`;

function productRow(draft: BatchDraft, product: DraftProduct): RowOf<typeof PRODUCT>[] {
  const { id, told, version, removedAt, corrections } = product;
  if (!told) return [];
  const facts = correctableOf(told, draft.shop.currency);
  const standing = (field: keyof typeof facts) => standingValue(field, facts, corrections);
  return [
    {
      id,
      shop_id: draft.shopId,
      external_id: told.externalId,
      parent_external_id: told.parentExternalId,
      name: standing("name"),
      sku: standing("sku"),
      price_minor: standing("priceMinor"),
      currency: standing("currency"),
      status: standing("status"),
      stock: standing("stock"),
      stock_quantity: standing("stockQuantity"),
      url: told.url,
      image_url: told.imageUrl,
      categories: told.categories,
      corrections: keepBeside(facts, corrections),
      version_at: version.at,
      version_hash: version.hash,
      removed_at: removedAt,
      is_sample: draft.shop.isSample,
    },
  ];
}

function removalRow(shopId: string, one: DraftRemoval): RowOf<typeof REMOVAL> {
  const { kind, externalId, removedAt, restoredAt } = one;
  return { shop_id: shopId, kind, external_id: externalId, removed_at: removedAt, restored_at: restoredAt };
}
