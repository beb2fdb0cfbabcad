import { and, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrderStatus } from "~/connectors/canonical";
import { readRows } from "~/db/read-rows";
import { shops } from "~/db/schema/connections";
import { customers } from "~/db/schema/customers";
import { orders } from "~/db/schema/orders";
import { localDays } from "~/lib/local-days";
import type { OrgContext } from "../context";
import { listBuyersByWindow } from "./buyers-queries.server";
import { MONTH_DAYS, salesByCurrency } from "./sales";
import { listSalesByDay, listSalesByWindow } from "./sales-queries.server";

const LATEST_ORDERS = 8;

/**
 * Everything the dashboard shows, in one batch: sales per currency, new and
 * returning customers, the latest orders, and what there is of shops.
 */
export async function getDashboard(ctx: OrgContext) {
  const [entry, windows, days, buyers, latestOrders, shopFacts] = await Promise.all([
    ctx.db.entry(),
    listSalesByWindow(ctx),
    listSalesByDay(ctx),
    listBuyersByWindow(ctx),
    listLatestOrders(ctx),
    getShopFacts(ctx),
  ]);
  const { currency, timeZone } = entry.organization;
  const localDayNames = localDays(ctx.now(), timeZone, 2 * MONTH_DAYS);
  return {
    role: entry.role,
    sales: salesByCurrency(windows, days, { currency, days: localDayNames }),
    buyers,
    latestOrders,
    ...shopFacts,
  };
}

/** The newest orders that still exist in their shop, whatever their status. */
function listLatestOrders({ db }: OrgContext) {
  return db.read(
    db.orm
      .select({
        id: orders.id,
        number: orders.number,
        status: sql<OrderStatus>`${orders.status}`,
        currency: orders.currency,
        totalMinor: orders.totalMinor,
        placedAt: orders.placedAt,
        isTest: orders.isTest,
        isSample: orders.isSample,
        customerName: customers.name,
        shopName: shops.name,
      })
      .from(orders)
      .innerJoin(shops, and(eq(shops.orgId, orders.orgId), eq(shops.id, orders.shopId)))
      .leftJoin(customers, and(eq(customers.orgId, orders.orgId), eq(customers.id, orders.customerId)))
      .where(and(isNull(orders.deletedAt), isNull(orders.removedAt)))
      .orderBy(sql`${orders.placedAt} desc nulls last`, sql`${orders.id} desc nulls last`)
      .limit(LATEST_ORDERS),
  );
}

const shopFactsRow = z.object({ isConnected: z.boolean(), hasSample: z.boolean() });

/** Whether a shop is connected, and whether there is sample data. */
async function getShopFacts({ db }: OrgContext) {
  const query = sql`
    select exists (select from connections where removed_at is null) as "isConnected",
      exists (select from shops where is_sample) as "hasSample"`;
  const [facts] = readRows(shopFactsRow, await db.read(db.orm.execute(query)));
  return { isConnected: facts?.isConnected === true, hasSample: facts?.hasSample === true };
}
