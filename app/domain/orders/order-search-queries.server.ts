import { and, inArray, isNull, or, sql } from "drizzle-orm";
import { orders } from "~/db/schema/orders";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import { foundCustomers } from "../customers/customer-search-queries.server";
import { parseSearchQuery, type SearchTerms } from "../customers/search-terms";
import { selectOrders } from "./order-columns.server";

/** Customers whose orders a search by name or contact gives. */
const MOST_CUSTOMERS = 20;
const SHORTEST_PREFIX = 2;
/** Of many numbers with the same beginning only so many are ranked. */
const MOST_CANDIDATES = 500;

/**
 * Orders whose number begins with what was typed, exact ones first, then the newest
 * orders of the customers that it finds.
 */
export async function searchOrders(ctx: OrgContext, query: string, limit: number) {
  const terms = parseSearchQuery(query);
  if (!terms) return [];
  const [entry, numbered, bought] = await Promise.all([
    ctx.db.entry(),
    terms.numbers.length > 0 ? ctx.db.read(selectNumbered(ctx, terms, limit)) : [],
    ctx.db.read(selectBought(ctx, terms, limit)),
  ]);
  const view = contactsViewOf(entry.role);
  const found = new Map([...numbered, ...bought].map((row) => [row.id, row]));
  return [...found.values()].slice(0, limit).map((row) => showContacts(row, view));
}

function selectNumbered(ctx: OrgContext, { numbers }: SearchTerms, limit: number) {
  const isExact = inArray(orders.number, numbers);
  const beginnings = numbers.filter((number) => number.replace("#", "").length >= SHORTEST_PREFIX);
  // starts_with, unlike LIKE, may use the index under row-level security.
  const begins = beginnings.map((number) => sql`starts_with(${orders.number}, ${number})`);
  const candidates = ctx.db.orm
    .select({ id: orders.id })
    .from(orders)
    .where(and(isNull(orders.deletedAt), or(isExact, ...begins)))
    .limit(MOST_CANDIDATES);
  return selectOrders(ctx, {})
    .where(inArray(orders.id, candidates))
    .orderBy(sql`${isExact} desc`, sql`${orders.placedAt} desc`, sql`${orders.id} desc`)
    .limit(limit);
}

/** Each customer's newest orders through the index, however many a single customer has. */
function selectBought(ctx: OrgContext, terms: SearchTerms, limit: number) {
  const bought = sql`(
    select own.id from ${foundCustomers(terms, MOST_CUSTOMERS)}
    cross join lateral (
      select o.id from orders o where o.customer_id = found.customer_id and o.deleted_at is null
      order by o.placed_at desc nulls last limit ${limit}) own)`;
  return selectOrders(ctx, {})
    .where(inArray(orders.id, bought))
    .orderBy(sql`${orders.placedAt} desc`, sql`${orders.id} desc`)
    .limit(limit);
}
