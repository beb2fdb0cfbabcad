import { and, eq, type SQL } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { shops } from "~/db/schema/connections";
import { customers } from "~/db/schema/customers";
import { subscriptions } from "~/db/schema/subscriptions";
import type { OrgContext } from "../context";
import { INTERVAL_UNITS, SUBSCRIPTION_STATUSES } from "./subscription-statuses";

/** What lists show of a subscription. */
export const SUBSCRIPTION_COLUMNS = {
  id: subscriptions.id,
  number: subscriptions.number,
  status: checkedText(subscriptions.status, SUBSCRIPTION_STATUSES),
  currency: subscriptions.currency,
  amountMinor: subscriptions.amountMinor,
  intervalCount: subscriptions.intervalCount,
  intervalUnit: checkedText(subscriptions.intervalUnit, INTERVAL_UNITS),
  startedAt: subscriptions.startedAt,
  nextPaymentAt: subscriptions.nextPaymentAt,
  items: subscriptions.items,
  removedAt: subscriptions.removedAt,
  isSample: subscriptions.isSample,
  shopName: shops.name,
};

/** Subscriptions as lists show them, with shop and customer; the caller adds which and in what order. */
export function selectSubscriptions<Extra extends Record<string, SQL<string>>>(
  { db }: OrgContext,
  extra: Extra,
) {
  return db.orm
    .select({
      ...SUBSCRIPTION_COLUMNS,
      customerId: subscriptions.customerId,
      customerName: customers.name,
      email: customers.email,
      phone: customers.phone,
      ...extra,
    })
    .from(subscriptions)
    .innerJoin(shops, and(eq(shops.orgId, subscriptions.orgId), eq(shops.id, subscriptions.shopId)))
    .leftJoin(
      customers,
      and(eq(customers.orgId, subscriptions.orgId), eq(customers.id, subscriptions.customerId)),
    )
    .$dynamic();
}
