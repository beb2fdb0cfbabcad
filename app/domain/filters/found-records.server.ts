import { type SQL, sql } from "drizzle-orm";
import { checkouts } from "~/db/schema/checkouts";
import { customers } from "~/db/schema/customers";
import { orders } from "~/db/schema/orders";
import { subscriptions } from "~/db/schema/subscriptions";
import { tableOfFound } from "../customers/customer-search-queries.server";
import { parseSearchQuery, type SearchTerms } from "../customers/search-terms";
import { holdsWords } from "../products/found-products.server";
import { boughtBy, leftBy, leftUnder, numberedLike, subscribedBy } from "./found-sales.server";
import type { Noun } from "./nouns";

/** As many as a list shows of a search. */
export const MOST_FOUND = 100;

type Found = (q: string, filter: SQL | undefined) => SQL;

const FOUND: Record<Noun, Found> = {
  customers: (q, filter) =>
    sql`${customers.id} in (select found.customer_id from ${tableOfFound(q, { limit: MOST_FOUND, filter })})`,
  orders: byTerms((terms, filter) => {
    const numbered =
      terms.numbers.length > 0 ? sql`${orders.id} in ${numberedLike(terms, filter)} or` : sql``;
    return sql`(${numbered} ${orders.id} in ${boughtBy(terms, { limit: MOST_FOUND, filter })})`;
  }),
  products: (q) => holdsWords(q),
  subscriptions: byTerms((terms, filter) => {
    const begins = terms.numbers.map((number) => sql`starts_with(${subscriptions.number}, ${number}) or`);
    const theirs = subscribedBy(terms, { limit: MOST_FOUND, filter });
    return sql`(${sql.join(begins, sql` `)} ${subscriptions.id} in ${theirs})`;
  }),
  checkouts: byTerms((terms, filter) => {
    const begins = terms.numbers.map((number) => sql`starts_with(${checkouts.number}, ${number}) or`);
    const theirs = leftBy(terms, { limit: MOST_FOUND, filter });
    return sql`(${sql.join(begins, sql` `)} ${leftUnder(terms)} or ${checkouts.id} in ${theirs})`;
  }),
};

/**
 * The rows that the search box finds among those of a filter, as a predicate on the noun's table; the filter belongs
 * beside it. Undefined where nothing is searched for. Whoever entered decides what is searched.
 */
export function foundWhere(noun: Noun, q: string, filter: SQL | undefined): SQL | undefined {
  return q.trim() === "" ? undefined : FOUND[noun](q, filter);
}

function byTerms(found: (terms: SearchTerms, filter: SQL | undefined) => SQL): Found {
  return (q, filter) => {
    const terms = parseSearchQuery(q);
    return terms ? found(terms, filter) : sql`false`;
  };
}
