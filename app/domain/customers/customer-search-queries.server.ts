import { eq, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import type { OrgContext } from "../context";
import { PERMISSIONS } from "../organizations/permissions";
import { contactsViewOf } from "./contacts-view";
import { CUSTOMER_COLUMNS, showContacts } from "./customer-columns.server";
import { isListed } from "./customer-list-queries.server";
import { parseSearchQuery, type SearchTerms } from "./search-terms";

/**
 * The customers that fit what was typed, best first: an exact contact, an exact order
 * number, all words at the beginning of words, then the latest order. Roles without
 * `contacts.view` search names and order numbers only. At most 100.
 */
export async function searchCustomers(ctx: OrgContext, query: string, limit: number) {
  const terms = parseSearchQuery(query);
  if (!terms) return [];
  const [entry, found] = await Promise.all([ctx.db.entry(), ctx.db.read(selectFound(ctx, terms, limit))]);
  const view = contactsViewOf(entry.role);
  return found.map((row) => showContacts(row, view));
}

function selectFound({ db }: OrgContext, terms: SearchTerms, limit: number) {
  return db.orm
    .select(CUSTOMER_COLUMNS)
    .from(customers)
    .innerJoin(foundCustomers(terms, limit), eq(sql`found.customer_id`, customers.id))
    .where(isListed)
    .orderBy(sql`found.rank`, sql`${customers.lastOrderKey} desc`, sql`${customers.id} desc`);
}

/** `search_customers` as a table `found (customer_id, rank)`; whoever entered decides what is searched. */
export function foundCustomers(terms: SearchTerms, limit: number) {
  const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
  return sql`search_customers(${texts(terms.patterns)}, ${texts(terms.starts)}, ${texts(terms.contacts)},
    ${texts(terms.numbers)}, ${texts(PERMISSIONS["contacts.view"])}, ${limit}) as found`;
}
