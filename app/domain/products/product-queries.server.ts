import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { shops } from "~/db/schema/connections";
import { products } from "~/db/schema/products";
import type { OrgContext } from "../context";
import type { ListParams } from "../filters/list-query.schema";
import { readList } from "../filters/read-list.server";
import { holdsWords } from "./found-products.server";
import { PRODUCT_STATUSES, STOCK_STATES } from "./product-words";

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
  categories: products.categories,
  createdAt: products.createdAt,
  isVariation: sql`${products.parentExternalId} is not null`.mapWith(Boolean),
  removedAt: products.removedAt,
  isSample: products.isSample,
  shopName: shops.name,
};

/**
 * A page of the products list. Products that the shop deleted are there and
 * marked. Throws `bad_request` for a cursor of another list.
 */
export function listProducts(ctx: OrgContext, params: ListParams) {
  return readList(ctx, "products", params, (ctx, { page, key, orderBy }) =>
    select(ctx, { key })
      .innerJoin(page, eq(products.id, page.id))
      .orderBy(...orderBy),
  );
}

export type ListedProduct = Awaited<ReturnType<typeof listProducts>>["rows"][number];

/** Products whose name or SKU holds every word, by name; of these a filter leaves some. */
export async function searchProducts(
  ctx: OrgContext,
  query: string,
  { limit, filter }: { limit: number; filter?: SQL | undefined },
) {
  if (query.trim() === "") return [];
  return ctx.db.read(
    select(ctx, {})
      .where(and(isNull(products.deletedAt), holdsWords(query), filter))
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
