import type { OrgContext } from "../context";
import type { ListParams } from "../filters/list-query.schema";
import { readFound } from "../filters/read-found.server";
import { listCustomers } from "./customer-list-queries.server";
import { searchCustomers } from "./customer-search-queries.server";

/**
 * What the customers list shows: a sorted page, or with words in the search box the
 * best matches on one page, whose order the search decides.
 */
export async function listOrSearchCustomers(ctx: OrgContext, params: ListParams) {
  if (params.q === "") return listCustomers(ctx, params);
  const [{ organization }, found] = await Promise.all([
    ctx.db.entry(),
    readFound(ctx, "customers", params, (ctx, options) => searchCustomers(ctx, params.q, options)),
  ]);
  return { ...found, currency: organization.currency };
}
