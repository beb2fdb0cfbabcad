import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { checkouts } from "~/db/schema/checkouts";
import { customers } from "~/db/schema/customers";
import { orders } from "~/db/schema/orders";
import { subscriptions } from "~/db/schema/subscriptions";
import {
  foundCustomers,
  holdsTerms,
  isMoreThanFound,
  seesContacts,
  withFound,
} from "../customers/found-customers.server";
import type { SearchTerms } from "../customers/search-terms";
import { SOURCES } from "./sources.server";

/** Customers whose orders a search by name or contact gives. */
const MOST_CUSTOMERS = 20;
const SHORTEST_PREFIX = 2;
/** Of many numbers with the same beginning only so many are ranked. */
const MOST_CANDIDATES = 500;

/** Ids of orders whose number is, or begins with, what was typed; as a subquery. */
export function numberedLike({ numbers }: SearchTerms, filter: SQL | undefined): SQL {
  const beginnings = numbers.filter((number) => number.replace("#", "").length >= SHORTEST_PREFIX);
  // starts_with, unlike LIKE, may use the index under row-level security.
  const begins = beginnings.map((number) => sql`starts_with(${orders.number}, ${number})`);
  const fits = sql`(${sql.join([inArray(orders.number, numbers), ...begins], sql` or `)})`;
  return sql`(select ${orders.id} from ${orders}
    where ${and(isNull(orders.deletedAt), fits, filter)} limit ${MOST_CANDIDATES})`;
}

type BoughtOptions = { limit: number; filter: SQL | undefined };

/** Ids of the newest orders of the customers that a search finds, of each at most `limit`; as a subquery. */
export function boughtBy(terms: SearchTerms, options: BoughtOptions): SQL {
  return ownedBy({ noun: "orders", table: orders, at: orders.placedAt }, terms, options);
}

/** The same for checkouts. */
export function leftBy(terms: SearchTerms, options: BoughtOptions): SQL {
  return ownedBy({ noun: "checkouts", table: checkouts, at: checkouts.activeAt }, terms, options);
}

/** Checkouts that name the contact which was typed; for roles that see contacts. */
export function leftUnder({ contacts }: SearchTerms): SQL {
  const typed = sql`${sql.param(contacts)}::text[]`;
  return sql`(${seesContacts} and (${checkouts.email} = any(${typed}) or ${checkouts.phone} = any(${typed})))`;
}

/** The same for subscriptions. */
export function subscribedBy(terms: SearchTerms, options: BoughtOptions): SQL {
  return ownedBy(
    { noun: "subscriptions", table: subscriptions, at: subscriptions.startedAt },
    terms,
    options,
  );
}

type Owned =
  | { noun: "orders"; table: typeof orders; at: typeof orders.placedAt }
  | { noun: "subscriptions"; table: typeof subscriptions; at: typeof subscriptions.startedAt }
  | { noun: "checkouts"; table: typeof checkouts; at: typeof checkouts.activeAt };

function ownedBy({ noun, table, at }: Owned, terms: SearchTerms, { limit, filter }: BoughtOptions): SQL {
  const { isListed } = SOURCES[noun];
  const newest = sql`order by ${at} desc nulls last, ${table.id} desc nulls last limit ${limit}`;
  // Each customer's newest through the index, however many a single one has.
  const own = sql`select ${table.id} from ${table}
    where ${and(sql`${table.customerId} = found.customer_id`, isListed, filter)} ${newest}`;
  if (!filter) {
    return sql`(select own.id from ${foundCustomers(terms, MOST_CUSTOMERS)} cross join lateral (${own}) own)`;
  }
  const isTheirs = sql`exists (select from ${customers} where ${and(
    eq(customers.orgId, table.orgId),
    eq(customers.id, table.customerId),
    SOURCES.customers.isListed,
    holdsTerms(sql`${customers.searchText}`, terms),
  )})`;
  const others = and(isMoreThanFound, isListed, filter, isTheirs);
  return sql`(${withFound(terms)} select own.id from found cross join lateral (${own}) own
    union all (select ${table.id} from ${table} where ${others} ${newest}))`;
}
