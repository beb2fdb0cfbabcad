import { and, type SQL, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import { PERMISSIONS } from "../organizations/permissions";
import type { SearchTerms } from "./search-terms";

/** As many as `search_customers` ranks at all. */
const MOST_CANDIDATES = 1000;

const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
const contactRoles = texts(PERMISSIONS["contacts.view"]);

/** Whether whoever entered has a role that sees contacts. */
export const seesContacts = sql`(select current_setting('app.role', true) = any(${contactRoles}))`;

/** `search_customers` as a table `found (customer_id, rank)`; whoever entered decides what is searched. */
export function foundCustomers(terms: SearchTerms, limit: number): SQL {
  return sql`search_customers(${texts(terms.patterns)}, ${texts(terms.starts)}, ${texts(terms.contacts)},
    ${texts(terms.numbers)}, ${contactRoles}, ${limit}) as found`;
}

/** All that the search ranks, as the head of a query: `found`, with a row of nulls where it left some out. */
export function withFound(terms: SearchTerms): SQL {
  return sql`with found as materialized (
    select found.customer_id, found.rank from ${foundCustomers(terms, MOST_CANDIDATES)})`;
}

/** Whether more fit than `found` holds. Not looked up where a query asks it first and it does not. */
export const isMoreThanFound = sql`(select exists (select from found where found.customer_id is null))`;

/** Whether a customer's `search_text` holds all words: those of contacts only for roles that see contacts. */
export function holdsTerms(searchText: SQL, { patterns }: SearchTerms): SQL {
  // Names stand before the bar, contacts after it.
  const named = patterns.map((pattern) => `${pattern}|%`);
  // As a case of its own: Postgres takes "like all" for so rare that it would read every customer for it.
  return sql`case when ${searchText} like all ((select case when current_setting('app.role', true) = any(${contactRoles})
    then ${texts(patterns)} else ${texts(named)} end)::text[]) then true else false end`;
}

/**
 * The customers that a search finds within a condition, as a table `found (customer_id, rank)`. Where the search
 * leaves some out, the others are read in the list that the condition gives, the latest order first; `parts` are
 * conditions that let through together what it does.
 */
export function foundCustomersWithin(
  terms: SearchTerms,
  { where, parts, limit }: { where: SQL | undefined; parts: readonly (SQL | undefined)[]; limit: number },
): SQL {
  const searchText = sql`${customers.searchText}`;
  const latest = sql`${customers.lastOrderKey} desc nulls last, ${customers.id} desc nulls last`;
  const others = parts.map(
    (
      part,
    ) => sql`(select ${customers.id}, case when ${searchText} like all (${texts(terms.starts)}) then 2 else 3 end,
        ${customers.lastOrderKey}
      from ${customers} where ${and(isMoreThanFound, part, holdsTerms(searchText, terms))}
      order by ${latest} limit ${limit})`,
  );
  return sql`(${withFound(terms)}
    select hits.customer_id, min(hits.rank) as rank from (
      select ${customers.id} as customer_id, found.rank, ${customers.lastOrderKey} as latest
      from found join ${customers} on ${customers.id} = found.customer_id where ${where}
      union all ${sql.join(others, sql` union all `)}) hits
    group by hits.customer_id order by rank, max(hits.latest) desc, hits.customer_id desc limit ${limit}) as found`;
}
