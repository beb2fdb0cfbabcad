import type { OrgContext } from "../context";
import type { ListParams } from "../filters/list-query.schema";
import { readFound } from "../filters/read-found.server";
import { listProducts, searchProducts } from "./product-queries.server";

/** What the products list shows: a page, or what holds the words in the search box, on one page. */
export async function listOrSearchProducts(ctx: OrgContext, params: ListParams) {
  if (params.q === "") return listProducts(ctx, params);
  return readFound(ctx, "products", params, (ctx, options) => searchProducts(ctx, params.q, options));
}
