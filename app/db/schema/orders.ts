import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Address, PersonRef } from "~/connectors/canonical";
import { createdAt, deletedAt, deletedBy, id, instant, isSample, minor, orgId, updatedAt } from "./columns";
import { shops } from "./connections";
import type { Corrections } from "./corrections";
import { customers, identities } from "./customers";

const isListed = sql`deleted_at is null`;
const isTrashed = sql`deleted_at is not null`;

/** The buyer's details as this order gave them; null once erased. */
export type OrderContact = { person: PersonRef | null; shippingAddress: Address | null };

export const orders = pgTable(
  "orders",
  {
    orgId: orgId(),
    id: id(),
    shopId: uuid("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    number: text("number").notNull(),
    customerId: uuid("customer_id"),
    /** The strongest identity this order named; its customer is this order's customer. */
    identityId: uuid("identity_id"),
    status: text("status").notNull(),
    sourceStatus: text("source_status").notNull(),
    currency: text("currency").notNull(),
    totalMinor: minor("total_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    shippingMinor: minor("shipping_minor").notNull(),
    discountMinor: minor("discount_minor").notNull(),
    paidMinor: minor("paid_minor").notNull(),
    refundedMinor: minor("refunded_minor").notNull().default(0),
    placedAt: instant("placed_at").notNull(),
    paidAt: instant("paid_at"),
    fulfilledAt: instant("fulfilled_at"),
    cancelledAt: instant("cancelled_at"),
    isTest: boolean("is_test").notNull(),
    isCashOnDelivery: boolean("is_cash_on_delivery").notNull(),
    paymentMethod: text("payment_method"),
    /** Folded by the database for filters. */
    paymentKey: text("payment_key").generatedAlwaysAs(sql`fold_text(payment_method)`),
    channel: text("channel"),
    /** The checkout that it completed, in the shop. */
    checkoutExternalId: text("checkout_external_id"),
    /** The subscription that it pays for, in the shop. */
    subscriptionExternalId: text("subscription_external_id"),
    coupons: jsonb("coupons").$type<string[]>().notNull().default([]),
    /** Kept by the database, because no index can look into `coupons`. */
    hasCoupon: boolean("has_coupon").notNull().generatedAlwaysAs(sql`coupons <> '[]'::jsonb`),
    contact: jsonb("contact").$type<OrderContact>(),
    corrections: jsonb("corrections").$type<Corrections>().notNull().default({}),
    /** The version in force: source time, then status rank, then body hash. */
    versionAt: instant("version_at").notNull(),
    versionRank: integer("version_rank").notNull(),
    versionHash: text("version_hash").notNull(),
    /** Deleted in the shop. */
    removedAt: instant("removed_at"),
    /** Its buyer was erased: no contact, no customer, late states change no one. */
    erasedAt: instant("erased_at"),
    /** Counts as revenue; kept by the database so that every reader agrees. */
    isRevenue: boolean("is_revenue")
      .notNull()
      .generatedAlwaysAs(
        sql`status in ('paid', 'fulfilled', 'refunded') and not is_test and removed_at is null and deleted_at is null`,
      ),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
    deletedBy: deletedBy(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("orders_external_key").on(t.orgId, t.shopId, t.externalId),
    foreignKey({ columns: [t.orgId, t.shopId], foreignColumns: [shops.orgId, shops.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.orgId, t.customerId], foreignColumns: [customers.orgId, customers.id] }),
    foreignKey({ columns: [t.orgId, t.identityId], foreignColumns: [identities.orgId, identities.id] }),
    index("orders_placed_idx").on(t.orgId, t.placedAt.desc(), t.id.desc()).where(isListed),
    index("orders_customer_idx").on(t.orgId, t.customerId, t.placedAt.desc()),
    index("orders_identity_idx").on(t.orgId, t.identityId),
    index("orders_status_idx").on(t.orgId, t.status, t.placedAt.desc(), t.id.desc()).where(isListed),
    index("orders_shop_idx").on(t.orgId, t.shopId, t.placedAt.desc(), t.id.desc()).where(isListed),
    index("orders_number_idx").on(t.orgId, t.number.op("text_pattern_ops")),
    index("orders_total_idx").on(t.orgId, t.currency, t.totalMinor.desc(), t.id.desc()).where(isListed),
    index("orders_payment_idx")
      .on(t.orgId, t.paymentKey.op("text_pattern_ops"), t.placedAt.desc(), t.id.desc())
      .where(isListed),
    index("orders_coupon_idx")
      .on(t.orgId, t.placedAt.desc(), t.id.desc())
      .where(sql`has_coupon and deleted_at is null`),
    index("orders_refunded_idx")
      .on(t.orgId, t.placedAt.desc(), t.id.desc())
      .where(sql`refunded_minor > 0 and deleted_at is null`),
    index("orders_test_idx")
      .on(t.orgId, t.placedAt.desc(), t.id.desc())
      .where(sql`is_test and deleted_at is null`),
    index("orders_removed_idx")
      .on(t.orgId, t.placedAt.desc(), t.id.desc())
      .where(sql`removed_at is not null and deleted_at is null`),
    index("orders_sample_idx")
      .on(t.orgId, t.placedAt.desc(), t.id.desc())
      .where(sql`is_sample and deleted_at is null`),
    index("orders_cash_idx").on(t.orgId, t.customerId).where(sql`is_cash_on_delivery and deleted_at is null`),
    index("orders_checkout_idx")
      .on(t.orgId, t.shopId, t.checkoutExternalId)
      .where(sql`checkout_external_id is not null`),
    index("orders_subscription_idx")
      .on(t.orgId, t.shopId, t.subscriptionExternalId, t.placedAt.desc())
      .where(sql`subscription_external_id is not null`),
    index("orders_revenue_idx").on(t.orgId, t.placedAt).where(sql`is_revenue`),
    index("orders_trash_idx").on(t.orgId, t.deletedAt.desc(), t.id.desc()).where(isTrashed),
    index("orders_deleted_idx").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
    check(
      "orders_status",
      sql`${t.status} in ('draft', 'pending', 'on_hold', 'paid', 'fulfilled', 'cancelled', 'failed', 'refunded')`,
    ),
    check("orders_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);

export const orderItems = pgTable(
  "order_items",
  {
    orgId: orgId(),
    orderId: uuid("order_id").notNull(),
    /** From 0, in the shop's order. */
    position: integer("position").notNull(),
    externalId: text("external_id").notNull(),
    productExternalId: text("product_external_id"),
    variantExternalId: text("variant_external_id"),
    sku: text("sku"),
    name: text("name").notNull(),
    quantity: numeric("quantity", { mode: "number" }).notNull(),
    totalMinor: minor("total_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.orderId, t.position] }),
    foreignKey({ columns: [t.orgId, t.orderId], foreignColumns: [orders.orgId, orders.id] }).onDelete(
      "cascade",
    ),
    // With the order, so that a product's newest orders are the last entries.
    index("order_items_product_idx").on(t.orgId, t.productExternalId, t.orderId),
    index("order_items_variant_idx")
      .on(t.orgId, t.variantExternalId, t.orderId)
      .where(sql`variant_external_id is not null`),
  ],
);

/** Every status an order was seen in, by the source's time; equal neighbours are folded when shown. */
export const orderStatusChanges = pgTable(
  "order_status_changes",
  {
    orgId: orgId(),
    orderId: uuid("order_id").notNull(),
    at: instant("at").notNull(),
    status: text("status").notNull(),
    sourceStatus: text("source_status").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.orderId, t.at, t.sourceStatus] }),
    foreignKey({ columns: [t.orgId, t.orderId], foreignColumns: [orders.orgId, orders.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Money given back. It may arrive before its order, and then waits for it by the shop's number. */
export const refunds = pgTable(
  "refunds",
  {
    orgId: orgId(),
    id: id(),
    shopId: uuid("shop_id").notNull(),
    orderExternalId: text("order_external_id").notNull(),
    orderId: uuid("order_id"),
    externalId: text("external_id").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    reason: text("reason"),
    refundedAt: instant("refunded_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("refunds_external_key").on(t.orgId, t.shopId, t.externalId),
    index("refunds_order_external_idx").on(t.orgId, t.shopId, t.orderExternalId),
    index("refunds_order_idx").on(t.orgId, t.orderId),
    foreignKey({ columns: [t.orgId, t.shopId], foreignColumns: [shops.orgId, shops.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.orgId, t.orderId], foreignColumns: [orders.orgId, orders.id] }).onDelete(
      "cascade",
    ),
  ],
);

/**
 * When the shop said it deleted something, and when it took it back out of its
 * bin; kept apart, so that either may arrive first. The later of them stands.
 */
export const removals = pgTable(
  "removals",
  {
    orgId: orgId(),
    shopId: uuid("shop_id").notNull(),
    kind: text("kind").notNull(),
    externalId: text("external_id").notNull(),
    removedAt: instant("removed_at"),
    restoredAt: instant("restored_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.shopId, t.kind, t.externalId] }),
    foreignKey({ columns: [t.orgId, t.shopId], foreignColumns: [shops.orgId, shops.id] }).onDelete("cascade"),
    check("removals_kind", sql`${t.kind} in ('order', 'product', 'customer', 'subscription', 'checkout')`),
  ],
);
