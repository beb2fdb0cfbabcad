import { sql } from "drizzle-orm";
import { products } from "~/db/schema/products";
import {
  booleanClause,
  type CompileClause,
  choiceClause,
  moneyClause,
  numberClause,
  presenceClause,
  sideClause,
  textClause,
} from "./clause-sql";
import { instantClause } from "./day-clauses";
import type { PRODUCT_FIELDS } from "./product-fields";

const currency = sql`coalesce(${products.currency},
  (select s.currency from shops s where s.org_id = products.org_id and s.id = products.shop_id))`;

/** How each field of products is asked for. */
export const PRODUCT_CLAUSES: Record<keyof typeof PRODUCT_FIELDS, CompileClause> = {
  name: textClause(sql`fold_text(${products.name})`),
  sku: textClause(sql`fold_text(${products.sku})`),
  stock: choiceClause(products.stock),
  quantity: numberClause(products.stockQuantity),
  status: choiceClause(products.status),
  price: moneyClause(products.priceMinor, currency),
  category: sideClause(
    (holds) => sql`select from jsonb_array_elements_text(${products.categories}) category where ${holds}`,
    sql`category`,
    "text",
  ),
  shop: choiceClause(products.shopId, "uuid"),
  created: instantClause(products.createdAt),
  isVariation: presenceClause(products.parentExternalId),
  isRemoved: presenceClause(products.removedAt),
  isSample: booleanClause(sql`${products.isSample}`),
};
