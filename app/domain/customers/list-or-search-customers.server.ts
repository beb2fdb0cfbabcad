import type { OrgContext } from "../context";
import type { CustomerListParams } from "./customer-list.schema";
import { listCustomers } from "./customer-list-queries.server";
import { searchCustomers } from "./customer-search-queries.server";
import { usualOrder } from "./customer-sorts";

const MOST_FOUND = 100;

/**
 * What the customers list shows: a sorted page, or with words in the search box the
 * best matches on one page, whose order the search decides (`sorting` null).
 */
export async function listOrSearchCustomers(ctx: OrgContext, params: CustomerListParams) {
  if (params.q === "") {
    const { sort, order = usualOrder(sort) } = params;
    return { ...(await listCustomers(ctx, params)), sorting: { sort, order } };
  }
  const [{ organization }, rows] = await Promise.all([
    ctx.db.entry(),
    searchCustomers(ctx, params.q, MOST_FOUND),
  ]);
  return {
    rows,
    previous: null,
    next: null,
    count: rows.length,
    isCountBounded: rows.length === MOST_FOUND,
    currency: organization.currency,
    sorting: null,
  };
}
