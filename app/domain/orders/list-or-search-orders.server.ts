import type { OrgContext } from "../context";
import type { OrderListParams } from "./order-list.schema";
import { listOrders } from "./order-list-queries.server";
import { searchOrders } from "./order-search-queries.server";

const MOST_FOUND = 100;

/**
 * What the orders list shows: a filtered page, newest first, or with words in the
 * search box the best matches among all orders on one page.
 */
export async function listOrSearchOrders(ctx: OrgContext, params: OrderListParams) {
  if (params.q === "") return listOrders(ctx, params);
  const rows = await searchOrders(ctx, params.q, MOST_FOUND);
  return {
    rows,
    previous: null,
    next: null,
    count: rows.length,
    isCountBounded: rows.length === MOST_FOUND,
  };
}
