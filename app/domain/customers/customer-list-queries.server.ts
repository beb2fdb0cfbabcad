import { and, eq, isNull, sql } from "drizzle-orm";
import { type Keyset, keysetClauses, type Position, readPosition, toPage } from "~/db/keyset";
import { customerSpend, customers } from "~/db/schema/customers";
import type { OrgContext } from "../context";
import { contactsViewOf } from "./contacts-view";
import { CUSTOMER_COLUMNS, showContacts } from "./customer-columns.server";
import type { CustomerListParams } from "./customer-list.schema";
import { type CustomerSort, usualOrder } from "./customer-sorts";

const PAGE_SIZE = 50;
/** Lists say "10,000+" beyond this, so that a page costs the same in any organization. */
const MOST_COUNTED = 10_000;

const KEYSETS: Record<CustomerSort, Omit<Keyset, "name" | "order">> = {
  lastOrder: { key: customers.lastOrderKey, id: customers.id, indexOrder: "desc" },
  created: { key: customers.createdAt, id: customers.id, indexOrder: "desc" },
  name: { key: customers.sortName, id: customers.id, indexOrder: "asc" },
  orders: { key: customers.ordersCount, id: customers.id, indexOrder: "desc" },
  spend: { key: customerSpend.netMinor, id: customerSpend.customerId, indexOrder: "desc" },
};

/** Neither in the trash nor taken over by another customer. */
export const isListed = and(isNull(customers.deletedAt), isNull(customers.mergedInto));

/**
 * A page of the customers list with how many there are, up to `MOST_COUNTED`. Sorted
 * by spend it holds those who spent in the organization's currency. Throws `bad_request`
 * for a cursor of another list.
 */
export async function listCustomers(ctx: OrgContext, params: CustomerListParams) {
  const { sort, order = usualOrder(sort) } = params;
  const keyset = { ...KEYSETS[sort], name: sort, order };
  const position = readPosition(keyset, params);
  const [entry, read, [counted]] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectPage(ctx, keyset, position)),
    ctx.db.read(selectCount(ctx)),
  ]);
  const view = contactsViewOf(entry.role);
  const page = toPage(keyset, position, read, PAGE_SIZE);
  return {
    ...page,
    rows: page.rows.map((row) => showContacts(row, view)),
    count: Math.min(counted?.count ?? 0, MOST_COUNTED),
    isCountBounded: (counted?.count ?? 0) > MOST_COUNTED,
    currency: entry.organization.currency,
  };
}

export type ListedCustomer = Awaited<ReturnType<typeof listCustomers>>["rows"][number];

function selectPage({ db }: OrgContext, keyset: Keyset, position: Position) {
  const { key, where, orderBy, limit } = keysetClauses(keyset, position, PAGE_SIZE);
  const page = db.orm
    .select({ ...CUSTOMER_COLUMNS, key })
    .from(customers)
    .$dynamic();
  if (keyset.name === "spend") {
    const currency = sql`(select currency from organizations where id = app_org_id())`;
    page.innerJoin(
      customerSpend,
      and(
        eq(customerSpend.orgId, customers.orgId),
        eq(customerSpend.customerId, customers.id),
        eq(customerSpend.currency, currency),
      ),
    );
  }
  return page
    .where(and(isListed, where))
    .orderBy(...orderBy)
    .limit(limit);
}

function selectCount({ db }: OrgContext) {
  const listed = db.orm
    .select({ one: sql`1`.as("one") })
    .from(customers)
    .where(isListed)
    // In an index's order, so that the whole table is never read.
    .orderBy(sql`${customers.lastOrderKey} desc nulls last`)
    .limit(MOST_COUNTED + 1)
    .as("listed");
  return db.orm.select({ count: sql`count(*)`.mapWith(Number) }).from(listed);
}
