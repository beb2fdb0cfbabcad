import type { OrgContext } from "../context";
import type { ProductListParams } from "./product-list.schema";
import { listProducts, searchProducts } from "./product-queries.server";

const MOST_FOUND = 100;

/** What the products list shows: a page by name, or what holds the words in the search box, on one page. */
export async function listOrSearchProducts(ctx: OrgContext, params: ProductListParams) {
  if (params.q === "") return listProducts(ctx, params);
  return { rows: await searchProducts(ctx, params, MOST_FOUND), previous: null, next: null };
}
