import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { type Keyset, keysetClauses, readPosition, toPage } from "~/db/keyset";
import { shops } from "~/db/schema/connections";
import { subscriptions } from "~/db/schema/subscriptions";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import { foundCustomers } from "../customers/found-customers.server";
import { parseSearchQuery } from "../customers/search-terms";
import { requireRecordId } from "../record-id";
import { SUBSCRIPTION_COLUMNS, selectSubscriptions } from "./subscription-columns.server";
import type { SubscriptionListParams } from "./subscription-list.schema";

const PAGE_SIZE = 50;
const MOST_FOUND = 100;
const MOST_OF_CUSTOMER = 20;

const NEWEST_FIRST: Keyset = {
  name: "started",
  key: subscriptions.startedAt,
  id: subscriptions.id,
  order: "desc",
  indexOrder: "desc",
};

/**
 * A page of the subscriptions list, the newest first, or what a search finds on one page.
 * Throws `bad_request` for a cursor of another list.
 */
export async function listSubscriptions(ctx: OrgContext, params: SubscriptionListParams) {
  const position = readPosition(NEWEST_FIRST, params);
  const { key, where, orderBy, limit } = keysetClauses(NEWEST_FIRST, position, PAGE_SIZE);
  const isSearch = params.q !== "";
  const [{ role }, read] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(
      selectSubscriptions(ctx, { key })
        .where(and(filtersOf(params), isSearch ? matches(params.q) : where))
        .orderBy(...orderBy)
        .limit(isSearch ? MOST_FOUND : limit),
    ),
  ]);
  const view = contactsViewOf(role);
  const page = isSearch
    ? { rows: read.map(({ key: _key, ...row }) => row), previous: null, next: null }
    : toPage(NEWEST_FIRST, position, read, PAGE_SIZE);
  return { ...page, rows: page.rows.map((row) => showContacts(row, view)) };
}

export type ListedSubscription = Awaited<ReturnType<typeof listSubscriptions>>["rows"][number];

/** A customer's subscriptions, the newest first, at most `MOST_OF_CUSTOMER`. */
export async function listCustomerSubscriptions(ctx: OrgContext, { customerId }: { customerId: string }) {
  const id = requireRecordId(customerId);
  return ctx.db.read(
    ctx.db.orm
      .select(SUBSCRIPTION_COLUMNS)
      .from(subscriptions)
      .innerJoin(shops, and(eq(shops.orgId, subscriptions.orgId), eq(shops.id, subscriptions.shopId)))
      .where(and(eq(subscriptions.customerId, id), isNull(subscriptions.deletedAt)))
      .orderBy(desc(subscriptions.startedAt), desc(subscriptions.id))
      .limit(MOST_OF_CUSTOMER),
  );
}

export type CustomerSubscription = Awaited<ReturnType<typeof listCustomerSubscriptions>>[number];

function filtersOf({ status, shop }: SubscriptionListParams) {
  return and(
    isNull(subscriptions.deletedAt),
    status ? eq(subscriptions.status, status) : undefined,
    shop ? eq(subscriptions.shopId, shop) : undefined,
  );
}

/** By the beginning of its number, or of the customers that the words find. */
function matches(query: string) {
  const terms = parseSearchQuery(query);
  if (!terms) return sql`false`;
  const begins = terms.numbers.map((number) => sql`starts_with(${subscriptions.number}, ${number})`);
  const found = sql`(select found.customer_id from ${foundCustomers(terms, MOST_FOUND)})`;
  return or(...begins, sql`${subscriptions.customerId} in ${found}`);
}
