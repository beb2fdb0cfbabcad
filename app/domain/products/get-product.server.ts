import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { shops } from "~/db/schema/connections";
import { products } from "~/db/schema/products";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { PRODUCT_STATUSES, STOCK_STATES } from "./product-words";

const MOST_VARIATIONS = 50;

/** A product with its first variations, one in the trash too. Throws `not_found`. */
export async function getProduct(ctx: OrgContext, { productId }: { productId: string }) {
  const id = requireRecordId(productId);
  const [[product], variations] = await Promise.all([
    ctx.db.read(selectProduct(ctx, id)),
    ctx.db.read(selectVariations(ctx, id)),
  ]);
  if (!product) throw new AppError("not_found", "errors:notFound");
  return { ...product, variations };
}

export type ProductView = Awaited<ReturnType<typeof getProduct>>;

const currency = sql<string>`coalesce(${products.currency}, ${shops.currency})`;

const COLUMNS = {
  id: products.id,
  name: products.name,
  sku: products.sku,
  externalId: products.externalId,
  priceMinor: products.priceMinor,
  currency,
  status: checkedText(products.status, PRODUCT_STATUSES),
  stock: checkedText(products.stock, STOCK_STATES),
  stockQuantity: products.stockQuantity,
  categories: products.categories,
  url: products.url,
  corrections: products.corrections,
  versionAt: products.versionAt,
  createdAt: products.createdAt,
  removedAt: products.removedAt,
  deletedAt: products.deletedAt,
  isSample: products.isSample,
  shopName: shops.name,
  platform: shops.platform,
  parentId: sql<string | null>`(select p.id from products p where p.org_id = ${products.orgId}
    and p.shop_id = ${products.shopId} and p.external_id = ${products.parentExternalId})`,
  isVariation: sql`${products.parentExternalId} is not null`.mapWith(Boolean),
};

const isItsShop = and(eq(shops.orgId, products.orgId), eq(shops.id, products.shopId));

function selectProduct({ db }: OrgContext, id: string) {
  return db.orm.select(COLUMNS).from(products).innerJoin(shops, isItsShop).where(eq(products.id, id));
}

/** What the shop sells as kinds of this product. */
function selectVariations({ db }: OrgContext, id: string) {
  const own = sql`(select shop_id, external_id from products where id = ${id}::uuid)`;
  return db.orm
    .select({
      id: products.id,
      name: products.name,
      sku: products.sku,
      priceMinor: products.priceMinor,
      currency,
      stock: checkedText(products.stock, STOCK_STATES),
      stockQuantity: products.stockQuantity,
    })
    .from(products)
    .innerJoin(shops, isItsShop)
    .where(
      and(
        isNull(products.deletedAt),
        isNull(products.removedAt),
        sql`(${products.shopId}, ${products.parentExternalId}) = ${own}`,
      ),
    )
    .orderBy(asc(products.sortName), asc(products.id))
    .limit(MOST_VARIATIONS);
}
