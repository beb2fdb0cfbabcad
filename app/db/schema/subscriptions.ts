import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { LineItem } from "~/connectors/canonical";
import { createdAt, deletedAt, deletedBy, id, instant, isSample, minor, orgId, updatedAt } from "./columns";
import { shops } from "./connections";
import type { Corrections } from "./corrections";
import { customers, identities } from "./customers";
import type { OrderContact } from "./orders";

const isListed = sql`deleted_at is null`;
const isTrashed = sql`deleted_at is not null`;

/** What each payment of a subscription is for; in the shop's order. */
export type SubscriptionItem = LineItem;

/** A customer's recurring order. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    orgId: orgId(),
    id: id(),
    shopId: uuid("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    number: text("number").notNull(),
    customerId: uuid("customer_id"),
    /** The strongest identity it named; its customer is this subscription's customer. */
    identityId: uuid("identity_id"),
    status: text("status").notNull(),
    sourceStatus: text("source_status").notNull(),
    currency: text("currency").notNull(),
    /** What each payment comes to. */
    amountMinor: minor("amount_minor").notNull(),
    /** Paid every so many days, weeks, months or years. */
    intervalCount: integer("interval_count").notNull(),
    intervalUnit: text("interval_unit").notNull(),
    startedAt: instant("started_at").notNull(),
    /** Null when no further payment is due. */
    nextPaymentAt: instant("next_payment_at"),
    /** What lists sort by: `infinity` when none is due, so that keys are never null. */
    nextPaymentKey: instant("next_payment_key")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(next_payment_at, 'infinity')`),
    lastPaymentAt: instant("last_payment_at"),
    trialEndsAt: instant("trial_ends_at"),
    cancelledAt: instant("cancelled_at"),
    endedAt: instant("ended_at"),
    paymentMethod: text("payment_method"),
    items: jsonb("items").$type<SubscriptionItem[]>().notNull().default([]),
    /** The order that it began with, in the shop. */
    parentOrderExternalId: text("parent_order_external_id"),
    /** The subscriber's details as the shop gave them; null by hand, and once erased. */
    contact: jsonb("contact").$type<Pick<OrderContact, "person">>(),
    corrections: jsonb("corrections").$type<Corrections>().notNull().default({}),
    /** The version in force: source time, then status rank, then body hash. */
    versionAt: instant("version_at").notNull(),
    versionRank: integer("version_rank").notNull(),
    versionHash: text("version_hash").notNull(),
    /** Deleted in the shop. */
    removedAt: instant("removed_at"),
    /** Its subscriber was erased: no contact, no customer, late states change no one. */
    erasedAt: instant("erased_at"),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
    deletedBy: deletedBy(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("subscriptions_external_key").on(t.orgId, t.shopId, t.externalId),
    foreignKey({ columns: [t.orgId, t.shopId], foreignColumns: [shops.orgId, shops.id] }).onDelete("cascade"),
    // Whoever goes leaves the subscription without a person: the migration lets both become null.
    foreignKey({
      name: "subscriptions_customer_fk",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "subscriptions_identity_fk",
      columns: [t.orgId, t.identityId],
      foreignColumns: [identities.orgId, identities.id],
    }),
    index("subscriptions_started_idx").on(t.orgId, t.startedAt.desc(), t.id.desc()).where(isListed),
    index("subscriptions_status_idx").on(t.orgId, t.status, t.startedAt.desc(), t.id.desc()).where(isListed),
    index("subscriptions_next_payment_idx").on(t.orgId, t.nextPaymentKey, t.id).where(isListed),
    index("subscriptions_customer_idx").on(t.orgId, t.customerId, t.startedAt.desc()),
    index("subscriptions_identity_idx").on(t.orgId, t.identityId),
    index("subscriptions_number_idx").on(t.orgId, t.number.op("text_pattern_ops")),
    index("subscriptions_trash_idx").on(t.orgId, t.deletedAt.desc(), t.id.desc()).where(isTrashed),
    index("subscriptions_parent_idx")
      .on(t.orgId, t.shopId, t.parentOrderExternalId)
      .where(sql`parent_order_external_id is not null`),
    index("subscriptions_deleted_idx").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
    check(
      "subscriptions_status",
      sql`${t.status} in ('pending', 'trial', 'active', 'on_hold', 'pending_cancel', 'cancelled', 'expired')`,
    ),
    check("subscriptions_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("subscriptions_interval_unit", sql`${t.intervalUnit} in ('day', 'week', 'month', 'year')`),
    check("subscriptions_interval_count", sql`${t.intervalCount} > 0`),
  ],
);
