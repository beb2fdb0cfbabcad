import { and, eq, type SQL, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import type { OrgContext } from "../context";
import { SOURCES } from "../filters/sources.server";
import { contactsViewOf } from "./contacts-view";
import { CUSTOMER_COLUMNS, showContacts } from "./customer-columns.server";
import { foundCustomers, foundCustomersWithin } from "./found-customers.server";
import { parseSearchQuery } from "./search-terms";

type SearchOptions = {
  /** At most 100. */
  limit: number;
  /** Which customers are looked through; all by default. */
  filter?: SQL | undefined;
  /** Conditions that let through together what the filter does, where each is quicker to read. */
  parts?: readonly (SQL | undefined)[] | undefined;
};

/**
 * The customers that fit what was typed, best first: an exact contact, an exact order
 * number, all words at the beginning of words, then the latest order. Roles without
 * `contacts.view` search names and order numbers only.
 */
export async function searchCustomers(ctx: OrgContext, query: string, options: SearchOptions) {
  if (parseSearchQuery(query) === null) return [];
  const [entry, found] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(
      ctx.db.orm
        .select(CUSTOMER_COLUMNS)
        .from(customers)
        .innerJoin(tableOfFound(query, options), eq(sql`found.customer_id`, customers.id))
        .where(SOURCES.customers.isListed)
        .orderBy(sql`found.rank`, sql`${customers.lastOrderKey} desc`, sql`${customers.id} desc`),
    ),
  ]);
  const view = contactsViewOf(entry.role);
  return found.map((row) => showContacts(row, view));
}

/** What `searchCustomers` finds, as a table `found (customer_id, rank)`; nobody for a query without words. */
export function tableOfFound(query: string, { limit, filter, parts = [filter] }: SearchOptions): SQL {
  const terms = parseSearchQuery(query);
  if (!terms) return sql`(select null::uuid as customer_id, null::integer as rank where false) as found`;
  if (!filter) return foundCustomers(terms, limit);
  const { isListed } = SOURCES.customers;
  return foundCustomersWithin(terms, {
    where: and(isListed, filter),
    parts: parts.map((part) => and(isListed, part)),
    limit,
  });
}
