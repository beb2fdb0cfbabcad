import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OpenShop } from "../backfills/open-shop.server";
import type { ShopTools } from "../backfills/shop-tools";
import { ORDER_STATUSES } from "../orders/order-statuses";
import type { OwnOrder, ShopOrder } from "./compare-orders";

const ownRow = z.object({
  externalId: z.string(),
  totalMinor: z.coerce.number(),
  currency: z.string(),
  status: z.enum(ORDER_STATUSES),
  isRemoved: z.boolean(),
});

/** Our orders of these, as the shop told them: what a person corrected is no difference of the shop's. */
export async function readOwnOrders(
  { db }: ShopTools,
  { connection }: OpenShop,
  orders: readonly ShopOrder[],
): Promise<ReadonlyMap<string, OwnOrder>> {
  const ids = sql.param(orders.map(({ order }) => order.externalId));
  const told = (field: string, column: string) =>
    sql`coalesce(corrections -> ${field} ->> 'told', ${sql.raw(column)}::text)`;
  const [result] = await db.run([
    db.orm.execute(sql`
      select external_id as "externalId", ${told("totalMinor", "total_minor")} as "totalMinor",
        ${told("currency", "currency")} as currency, ${told("status", "status")} as status,
        removed_at is not null as "isRemoved"
      from orders where shop_id = ${connection.shopId}::uuid and external_id = any(${ids}::text[])`),
  ]);
  return new Map(readRows(ownRow, result).map((row) => [row.externalId, row]));
}
