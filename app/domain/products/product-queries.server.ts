import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { type Keyset, keysetClauses, readPosition, toPage } from "~/db/keyset";
import { shops } from "~/db/schema/connections";
import { products } from "~/db/schema/products";
import type { OrgContext } from "../context";
import { PRODUCT_STATUSES, type ProductListParams, STOCK_STATES } from "./product-list.schema";

const PAGE_SIZE = 50;
const MOST_WORDS = 6;

const BY_NAME: Keyset = {
  name: "name",
  key: products.sortName,
  id: products.id,
  order: "asc",
  indexOrder: "asc",
};

const COLUMNS = {
  id: products.id,
  name: products.name,
  sku: products.sku,
  priceMinor: products.priceMinor,
  currency: sql<string>`coalesce(${products.currency}, ${shops.currency})`,
  status: checkedText(products.status, PRODUCT_STATUSES),
  stock: checkedText(products.stock, STOCK_STATES),
  stockQuantity: products.stockQuantity,
  imageUrl: products.imageUrl,
  url: products.url,
  isVariation: sql`${products.parentExternalId} is not null`.mapWith(Boolean),
  removedAt: products.removedAt,
  isSample: products.isSample,
  shopName: shops.name,
};

/**
 * A page of the products list by name. Products that the shop deleted are there and
 * marked. Throws `bad_request` for a cursor of another list.
 */
export async function listProducts(ctx: OrgContext, params: ProductListParams) {
  const position = readPosition(BY_NAME, params);
  const { key, where, orderBy, limit } = keysetClauses(BY_NAME, position, PAGE_SIZE);
  const read = await ctx.db.read(
    select(ctx, { key })
      .where(and(filtersOf(params), where))
      .orderBy(...orderBy)
      .limit(limit),
  );
  return toPage(BY_NAME, position, read, PAGE_SIZE);
}

export type ListedProduct = Awaited<ReturnType<typeof listProducts>>["rows"][number];

/**
 * Products whose name or SKU holds every word, by name. Reads the organization's
 * products through: a catalogue has thousands of rows, not millions.
 */
export async function searchProducts(ctx: OrgContext, params: ProductListParams, limit: number) {
  const words = params.q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const holds = words.map(
    (word) => sql`(strpos(${products.sortName}, ${word}) > 0 or strpos(lower(${products.sku}), ${word}) > 0)`,
  );
  return ctx.db.read(
    select(ctx, {})
      .where(and(filtersOf(params), ...holds))
      .orderBy(products.sortName, products.id)
      .limit(limit),
  );
}

function select<Extra extends Record<string, SQL<string>>>({ db }: OrgContext, extra: Extra) {
  return db.orm
    .select({ ...COLUMNS, ...extra })
    .from(products)
    .innerJoin(shops, and(eq(shops.orgId, products.orgId), eq(shops.id, products.shopId)))
    .$dynamic();
}

function filtersOf({ stock, shop }: ProductListParams): SQL | undefined {
  return and(
    isNull(products.deletedAt),
    stock ? eq(products.stock, stock) : undefined,
    shop ? eq(products.shopId, shop) : undefined,
  );
}
