import { eq } from "drizzle-orm";
import { shops } from "~/db/schema/connections";
import { orders } from "~/db/schema/orders";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { showContacts } from "../customers/customer-columns.server";
import type { ListPlan } from "../filters/list-plan.server";
import type { ListParams } from "../filters/list-query.schema";
import { readList } from "../filters/read-list.server";
import { selectOrders } from "./order-columns.server";

/**
 * A page of the orders list with how many fit. Orders that the shop deleted are there
 * and marked; the trash is not. Sorted by total it holds those in the organization's
 * currency. Throws `bad_request` for a cursor of another list.
 */
export async function listOrders(ctx: OrgContext, params: ListParams) {
  const [entry, list] = await Promise.all([ctx.db.entry(), readList(ctx, "orders", params, selectPage)]);
  const view = contactsViewOf(entry.role);
  return { ...list, rows: list.rows.map((row) => showContacts(row, view)) };
}

export type ListedOrder = Awaited<ReturnType<typeof listOrders>>["rows"][number];

/** The shops that orders and products can be narrowed to. */
export async function listShops({ db }: OrgContext) {
  return db.read(
    db.orm.select({ id: shops.id, name: shops.name }).from(shops).orderBy(shops.name, shops.id).limit(100),
  );
}

function selectPage(ctx: OrgContext, { page, key, orderBy }: ListPlan) {
  return selectOrders(ctx, { key })
    .innerJoin(page, eq(orders.id, page.id))
    .orderBy(...orderBy);
}
