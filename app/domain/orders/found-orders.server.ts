import { inArray, isNull, type SQL, sql } from "drizzle-orm";
import { orders } from "~/db/schema/orders";
import { foundCustomers } from "../customers/found-customers.server";
import type { SearchTerms } from "../customers/search-terms";

/** Customers whose orders a search by name or contact gives. */
const MOST_CUSTOMERS = 20;
const SHORTEST_PREFIX = 2;
/** Of many numbers with the same beginning only so many are ranked. */
const MOST_CANDIDATES = 500;

/** Ids of orders whose number is, or begins with, what was typed; as a subquery. */
export function numberedLike({ numbers }: SearchTerms): SQL {
  const beginnings = numbers.filter((number) => number.replace("#", "").length >= SHORTEST_PREFIX);
  // starts_with, unlike LIKE, may use the index under row-level security.
  const begins = beginnings.map((number) => sql`starts_with(${orders.number}, ${number})`);
  const fits = sql.join([inArray(orders.number, numbers), ...begins], sql` or `);
  return sql`(select ${orders.id} from ${orders}
    where ${isNull(orders.deletedAt)} and (${fits}) limit ${MOST_CANDIDATES})`;
}

/** Each found customer's newest orders through the index, however many a single customer has. */
export function boughtBy(terms: SearchTerms, limit: number): SQL {
  return sql`(
    select own.id from ${foundCustomers(terms, MOST_CUSTOMERS)}
    cross join lateral (
      select o.id from orders o where o.customer_id = found.customer_id and o.deleted_at is null
      order by o.placed_at desc nulls last limit ${limit}) own)`;
}
