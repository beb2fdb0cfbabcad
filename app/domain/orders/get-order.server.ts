import { and, asc, eq, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { shops } from "~/db/schema/connections";
import { customers } from "~/db/schema/customers";
import { orderItems, orderStatusChanges, orders, refunds } from "~/db/schema/orders";
import { products } from "~/db/schema/products";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { requireRecordId } from "../record-id";
import { foldStatuses } from "./fold-statuses";
import { ORDER_STATUSES } from "./order-statuses";

/**
 * An order with its items, refunds and folded history of statuses; contacts as the role
 * may see them. One that the shop deleted is there too. Throws `not_found`.
 */
export async function getOrder(ctx: OrgContext, { orderId }: { orderId: string }) {
  requireRecordId(orderId);
  const [entry, [order], items, refunded, changes] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(selectOrder(ctx, orderId)),
    ctx.db.read(selectItems(ctx, orderId)),
    ctx.db.read(selectRefunds(ctx, orderId)),
    ctx.db.read(selectStatusChanges(ctx, orderId)),
  ]);
  if (!order) throw new AppError("not_found", "errors:notFound");
  const view = contactsViewOf(entry.role);
  const { contact, customerEmail, customerPhone, ...facts } = order;
  const person = contact?.person ?? null;
  return {
    ...facts,
    items,
    refunds: refunded.map((refund) => ({ ...refund, reason: view.words(refund.reason) })),
    statuses: foldStatuses(changes),
    customerContact: view.email(customerEmail) ?? view.phone(customerPhone),
    contact: {
      name: person?.name ?? null,
      company: person?.company ?? null,
      email: view.email(person?.email ?? null),
      phone: view.phone(person?.phone ?? null),
      billing: view.address(person?.address ?? null),
      shipping: view.address(contact?.shippingAddress ?? null),
    },
    areContactsMasked: view.isMasked,
  };
}

export type OrderView = Awaited<ReturnType<typeof getOrder>>;

function selectOrder({ db }: OrgContext, id: string) {
  return db.orm
    .select({
      id: orders.id,
      externalId: orders.externalId,
      number: orders.number,
      status: checkedText(orders.status, ORDER_STATUSES),
      sourceStatus: orders.sourceStatus,
      currency: orders.currency,
      totalMinor: orders.totalMinor,
      taxMinor: orders.taxMinor,
      shippingMinor: orders.shippingMinor,
      discountMinor: orders.discountMinor,
      paidMinor: orders.paidMinor,
      refundedMinor: orders.refundedMinor,
      placedAt: orders.placedAt,
      versionAt: orders.versionAt,
      isTest: orders.isTest,
      isSample: orders.isSample,
      isRevenue: orders.isRevenue,
      isCashOnDelivery: orders.isCashOnDelivery,
      paymentMethod: orders.paymentMethod,
      paidAt: orders.paidAt,
      fulfilledAt: orders.fulfilledAt,
      cancelledAt: orders.cancelledAt,
      corrections: orders.corrections,
      channel: orders.channel,
      coupons: orders.coupons,
      contact: orders.contact,
      removedAt: orders.removedAt,
      erasedAt: orders.erasedAt,
      deletedAt: orders.deletedAt,
      shopId: orders.shopId,
      shopName: shops.name,
      platform: shops.platform,
      customerId: orders.customerId,
      customerName: customers.name,
      customerEmail: customers.email,
      customerPhone: customers.phone,
      customerOrders: customers.ordersCount,
    })
    .from(orders)
    .innerJoin(shops, and(eq(shops.orgId, orders.orgId), eq(shops.id, orders.shopId)))
    .leftJoin(customers, and(eq(customers.orgId, orders.orgId), eq(customers.id, orders.customerId)))
    .where(eq(orders.id, id));
}

function selectItems({ db }: OrgContext, orderId: string) {
  return db.orm
    .select({
      position: orderItems.position,
      name: orderItems.name,
      sku: orderItems.sku,
      productId: products.id,
      quantity: orderItems.quantity,
      totalMinor: orderItems.totalMinor,
      taxMinor: orderItems.taxMinor,
    })
    .from(orderItems)
    .innerJoin(orders, and(eq(orders.orgId, orderItems.orgId), eq(orders.id, orderItems.orderId)))
    .leftJoin(
      products,
      and(
        eq(products.orgId, orders.orgId),
        eq(products.shopId, orders.shopId),
        eq(products.externalId, orderItems.productExternalId),
      ),
    )
    .where(eq(orderItems.orderId, orderId))
    .orderBy(asc(orderItems.position));
}

/** A refund knows its order by the shop's number, because it may arrive first. */
function selectRefunds({ db }: OrgContext, orderId: string) {
  return db.orm
    .select({
      id: refunds.id,
      amountMinor: refunds.amountMinor,
      currency: refunds.currency,
      reason: refunds.reason,
      refundedAt: refunds.refundedAt,
    })
    .from(orders)
    .innerJoin(
      refunds,
      and(
        eq(refunds.orgId, orders.orgId),
        eq(refunds.shopId, orders.shopId),
        eq(refunds.orderExternalId, orders.externalId),
      ),
    )
    .where(eq(orders.id, orderId))
    .orderBy(sql`${refunds.refundedAt} desc nulls last`, asc(refunds.id));
}

function selectStatusChanges({ db }: OrgContext, orderId: string) {
  return db.orm
    .select({
      at: orderStatusChanges.at,
      status: checkedText(orderStatusChanges.status, ORDER_STATUSES),
      sourceStatus: orderStatusChanges.sourceStatus,
    })
    .from(orderStatusChanges)
    .where(eq(orderStatusChanges.orderId, orderId))
    .orderBy(asc(orderStatusChanges.at), asc(orderStatusChanges.sourceStatus));
}
