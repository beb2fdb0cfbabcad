import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Keyset, keysetClauses, type Position, readPosition, toPage } from "~/db/keyset";
import { shops } from "~/db/schema/connections";
import { orders } from "~/db/schema/orders";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import { selectOrders } from "./order-columns.server";
import type { OrderListParams } from "./order-list.schema";

const PAGE_SIZE = 50;
/** Lists say "10,000+" beyond this, so that a page costs the same in any organization. */
const MOST_COUNTED = 10_000;

const NEWEST_FIRST: Keyset = {
  name: "placed",
  key: orders.placedAt,
  id: orders.id,
  order: "desc",
  indexOrder: "desc",
};

/**
 * A page of the orders list, newest first, with how many fit the filters, up to
 * `MOST_COUNTED`. Orders that the shop deleted are there and marked; the trash is not.
 * Throws `bad_request` for a cursor of another list.
 */
export async function listOrders(ctx: OrgContext, params: OrderListParams) {
  const position = readPosition(NEWEST_FIRST, params);
  const where = filtersOf(params);
  const [entry, read, [counted]] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectPage(ctx, where, position)),
    ctx.db.read(selectCount(ctx, where)),
  ]);
  const view = contactsViewOf(entry.role);
  const page = toPage(NEWEST_FIRST, position, read, PAGE_SIZE);
  return {
    ...page,
    rows: page.rows.map((row) => showContacts(row, view)),
    count: Math.min(counted?.count ?? 0, MOST_COUNTED),
    isCountBounded: (counted?.count ?? 0) > MOST_COUNTED,
  };
}

export type ListedOrder = Awaited<ReturnType<typeof listOrders>>["rows"][number];

/** The shops that orders and products can be narrowed to. */
export async function listShops({ db }: OrgContext) {
  return db.read(
    db.orm.select({ id: shops.id, name: shops.name }).from(shops).orderBy(shops.name, shops.id).limit(100),
  );
}

function filtersOf({ status, shop, customer }: OrderListParams): SQL | undefined {
  return and(
    isNull(orders.deletedAt),
    status ? eq(orders.status, status) : undefined,
    shop ? eq(orders.shopId, shop) : undefined,
    customer ? eq(orders.customerId, customer) : undefined,
  );
}

function selectPage(ctx: OrgContext, filters: SQL | undefined, position: Position) {
  const { key, where, orderBy, limit } = keysetClauses(NEWEST_FIRST, position, PAGE_SIZE);
  return selectOrders(ctx, { key })
    .where(and(filters, where))
    .orderBy(...orderBy)
    .limit(limit);
}

function selectCount({ db }: OrgContext, filters: SQL | undefined) {
  const listed = db.orm
    .select({ one: sql`1`.as("one") })
    .from(orders)
    .where(filters)
    // In the page's order, so that the same index is counted and never the whole table read.
    .orderBy(...keysetClauses(NEWEST_FIRST, null, MOST_COUNTED).orderBy)
    .limit(MOST_COUNTED + 1)
    .as("listed");
  return db.orm.select({ count: sql`count(*)`.mapWith(Number) }).from(listed);
}
