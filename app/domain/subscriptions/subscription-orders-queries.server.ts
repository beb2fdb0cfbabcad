import { and, desc, eq, isNull, or } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { orders } from "~/db/schema/orders";
import { subscriptions } from "~/db/schema/subscriptions";
import type { OrgContext } from "../context";
import { ORDER_STATUSES } from "../orders/order-statuses";
import { requireRecordId } from "../record-id";

const MOST_ORDERS = 20;

/** The orders that began and renewed a subscription, as far as its shop said so; the newest first. */
export async function listSubscriptionOrders(
  ctx: OrgContext,
  { subscriptionId }: { subscriptionId: string },
) {
  const id = requireRecordId(subscriptionId);
  return ctx.db.read(
    ctx.db.orm
      .select({
        id: orders.id,
        number: orders.number,
        status: checkedText(orders.status, ORDER_STATUSES),
        placedAt: orders.placedAt,
        totalMinor: orders.totalMinor,
        currency: orders.currency,
      })
      .from(subscriptions)
      .innerJoin(
        orders,
        and(
          eq(orders.orgId, subscriptions.orgId),
          eq(orders.shopId, subscriptions.shopId),
          or(
            eq(orders.subscriptionExternalId, subscriptions.externalId),
            eq(orders.externalId, subscriptions.parentOrderExternalId),
          ),
        ),
      )
      .where(and(eq(subscriptions.id, id), isNull(orders.deletedAt)))
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(MOST_ORDERS),
  );
}

export type SubscriptionOrder = Awaited<ReturnType<typeof listSubscriptionOrders>>[number];
