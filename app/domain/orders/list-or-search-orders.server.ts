import type { OrgContext } from "../context";
import type { ListParams } from "../filters/list-query.schema";
import { readFound } from "../filters/read-found.server";
import { listOrders } from "./order-list-queries.server";
import { searchOrders } from "./order-search-queries.server";

/** What the orders list shows: a filtered page, or the best matches of a search on one page. */
export async function listOrSearchOrders(ctx: OrgContext, params: ListParams) {
  if (params.q === "") return listOrders(ctx, params);
  return readFound(ctx, "orders", params, (ctx, options) => searchOrders(ctx, params.q, options));
}
