import { and, eq, type SQL } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { shops } from "~/db/schema/connections";
import { customers } from "~/db/schema/customers";
import { orders } from "~/db/schema/orders";
import type { OrgContext } from "../context";
import { ORDER_STATUSES } from "./order-statuses";

const COLUMNS = {
  id: orders.id,
  number: orders.number,
  status: checkedText(orders.status, ORDER_STATUSES),
  currency: orders.currency,
  totalMinor: orders.totalMinor,
  refundedMinor: orders.refundedMinor,
  placedAt: orders.placedAt,
  paymentMethod: orders.paymentMethod,
  coupons: orders.coupons,
  isTest: orders.isTest,
  isSample: orders.isSample,
  removedAt: orders.removedAt,
  shopName: shops.name,
  customerId: orders.customerId,
  customerName: customers.name,
  email: customers.email,
  phone: customers.phone,
};

/** Orders as lists show them, with shop and customer; the caller adds which and in what order. */
export function selectOrders<Extra extends Record<string, SQL<string>>>({ db }: OrgContext, extra: Extra) {
  return db.orm
    .select({ ...COLUMNS, ...extra })
    .from(orders)
    .innerJoin(shops, and(eq(shops.orgId, orders.orgId), eq(shops.id, orders.shopId)))
    .leftJoin(customers, and(eq(customers.orgId, orders.orgId), eq(customers.id, orders.customerId)))
    .$dynamic();
}
