import { type SQL, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import { orders } from "~/db/schema/orders";
import { subscriptions } from "~/db/schema/subscriptions";
import { foundCustomers } from "../customers/found-customers.server";
import { parseSearchQuery } from "../customers/search-terms";
import { boughtBy, numberedLike } from "../orders/found-orders.server";
import { holdsWords } from "../products/found-products.server";
import type { Noun } from "./nouns";

/** As many as a list shows of a search. */
export const MOST_FOUND = 100;
const MOST_BUYERS = 20;

const FOUND: Record<Noun, (q: string) => SQL> = {
  customers: (q) => {
    const terms = parseSearchQuery(q);
    if (!terms) return sql`false`;
    return sql`${customers.id} in (select found.customer_id from ${foundCustomers(terms, MOST_FOUND)})`;
  },
  orders: (q) => {
    const terms = parseSearchQuery(q);
    if (!terms) return sql`false`;
    const numbered = terms.numbers.length > 0 ? sql`${orders.id} in ${numberedLike(terms)} or` : sql``;
    return sql`(${numbered} ${orders.id} in ${boughtBy(terms, MOST_FOUND)})`;
  },
  products: (q) => holdsWords(q),
  subscriptions: (q) => {
    const terms = parseSearchQuery(q);
    if (!terms) return sql`false`;
    const buyers = sql`(select found.customer_id from ${foundCustomers(terms, MOST_BUYERS)})`;
    const begins = terms.numbers.map((number) => sql`starts_with(${subscriptions.number}, ${number}) or`);
    return sql`(${sql.join(begins, sql` `)} ${subscriptions.customerId} in ${buyers})`;
  },
};

/** The rows that the search box finds, as a predicate on the noun's table. Whoever entered decides what is searched. */
export function foundWhere(noun: Noun, q: string): SQL | undefined {
  return q.trim() === "" ? undefined : FOUND[noun](q);
}
