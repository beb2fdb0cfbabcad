import { and, eq, type SQL, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import type { OrgContext } from "../context";
import { SOURCES } from "../filters/sources.server";
import { contactsViewOf } from "./contacts-view";
import { CUSTOMER_COLUMNS, showContacts } from "./customer-columns.server";
import { foundCustomers } from "./found-customers.server";
import { parseSearchQuery, type SearchTerms } from "./search-terms";

/**
 * The customers that fit what was typed, best first: an exact contact, an exact order
 * number, all words at the beginning of words, then the latest order. Roles without
 * `contacts.view` search names and order numbers only. At most 100, of which a filter
 * leaves some.
 */
export async function searchCustomers(
  ctx: OrgContext,
  query: string,
  { limit, filter }: { limit: number; filter?: SQL | undefined },
) {
  const terms = parseSearchQuery(query);
  if (!terms) return [];
  const [entry, found] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectFound(ctx, terms, limit, filter)),
  ]);
  const view = contactsViewOf(entry.role);
  return found.map((row) => showContacts(row, view));
}

function selectFound({ db }: OrgContext, terms: SearchTerms, limit: number, filter: SQL | undefined) {
  return db.orm
    .select(CUSTOMER_COLUMNS)
    .from(customers)
    .innerJoin(foundCustomers(terms, limit), eq(sql`found.customer_id`, customers.id))
    .where(and(SOURCES.customers.isListed, filter))
    .orderBy(sql`found.rank`, sql`${customers.lastOrderKey} desc`, sql`${customers.id} desc`);
}
