import { inArray, type SQL, sql } from "drizzle-orm";
import { orders } from "~/db/schema/orders";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import { parseSearchQuery } from "../customers/search-terms";
import { boughtBy, numberedLike } from "../filters/found-sales.server";
import { selectOrders } from "./order-columns.server";

/**
 * Orders whose number begins with what was typed, exact ones first, then the newest
 * orders of the customers that it finds; all of them among those of the filter.
 */
export async function searchOrders(
  ctx: OrgContext,
  query: string,
  { limit, filter }: { limit: number; filter?: SQL | undefined },
) {
  const terms = parseSearchQuery(query);
  if (!terms) return [];
  const isExact = sql`${inArray(orders.number, terms.numbers)} desc`;
  const select = (ids: SQL, ...first: SQL[]) =>
    selectOrders(ctx, {})
      .where(sql`${orders.id} in ${ids}`)
      .orderBy(...first, sql`${orders.placedAt} desc`, sql`${orders.id} desc`)
      .limit(limit);
  const [entry, numbered, bought] = await Promise.all([
    ctx.db.entry(),
    terms.numbers.length > 0 ? ctx.db.read(select(numberedLike(terms, filter), isExact)) : [],
    ctx.db.read(select(boughtBy(terms, { limit, filter }))),
  ]);
  const view = contactsViewOf(entry.role);
  const found = new Map([...numbered, ...bought].map((row) => [row.id, row]));
  return [...found.values()].slice(0, limit).map((row) => showContacts(row, view));
}
