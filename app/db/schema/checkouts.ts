import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { LineItem } from "~/connectors/canonical";
import { createdAt, id, instant, isSample, minor, orgId, updatedAt } from "./columns";
import { shops } from "./connections";
import { customers } from "./customers";
import { type OrderContact, orders } from "./orders";

/** From when to when somebody was busy in a checkout without a long pause; ISO 8601 UTC. */
export type Visit = { from: string; to: string };

// What was paid for without a pause is an order and nothing else.
const isListed = sql`state <> 'completed'`;

/**
 * What somebody began to pay for in a shop. It is never revenue, and makes a customer of
 * nobody: it belongs to the customer who is known by its strongest identity, once there is one.
 */
export const checkouts = pgTable(
  "checkouts",
  {
    orgId: orgId(),
    id: id(),
    shopId: uuid("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    number: text("number").notNull(),
    customerId: uuid("customer_id"),
    /** Key text of the strongest identity it named; null when it names nobody, or nobody any more. */
    personKey: text("person_key"),
    /** Normalized, as identities have them. */
    email: text("email"),
    phone: text("phone"),
    /** What the buyer typed; null once erased. */
    contact: jsonb("contact").$type<OrderContact>(),
    currency: text("currency").notNull(),
    totalMinor: minor("total_minor").notNull(),
    items: jsonb("items").$type<LineItem[]>().notNull().default([]),
    /** Left before it was paid for: `open` until an order names it, then `recovered`. */
    state: text("state").notNull(),
    startedAt: instant("started_at").notNull(),
    /** Earliest first, apart by more than the pause after which a checkout counts as abandoned. */
    visits: jsonb("visits").$type<Visit[]>().notNull(),
    activeAt: instant("active_at").notNull(),
    /** From when it counts as abandoned; in the future while somebody may still be busy in it. */
    abandonedAt: instant("abandoned_at"),
    completedAt: instant("completed_at"),
    /** The order it became. */
    orderId: uuid("order_id"),
    /** The version in force: source time, then body hash. */
    versionAt: instant("version_at").notNull(),
    versionHash: text("version_hash").notNull(),
    /** Deleted in the shop. */
    removedAt: instant("removed_at"),
    /** Whoever it names was erased. */
    erasedAt: instant("erased_at"),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("checkouts_external_key").on(t.orgId, t.shopId, t.externalId),
    foreignKey({ columns: [t.orgId, t.shopId], foreignColumns: [shops.orgId, shops.id] }).onDelete("cascade"),
    // Whoever or whatever goes leaves the checkout: the migration lets both become null.
    foreignKey({
      name: "checkouts_customer_fk",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "checkouts_order_fk",
      columns: [t.orgId, t.orderId],
      foreignColumns: [orders.orgId, orders.id],
    }),
    index("checkouts_active_idx").on(t.orgId, t.activeAt.desc(), t.id.desc()).where(isListed),
    index("checkouts_state_idx").on(t.orgId, t.state, t.activeAt.desc(), t.id.desc()).where(isListed),
    index("checkouts_total_idx").on(t.orgId, t.currency, t.totalMinor.desc(), t.id.desc()).where(isListed),
    index("checkouts_customer_idx").on(t.orgId, t.customerId, t.activeAt.desc()),
    index("checkouts_person_idx").on(t.orgId, t.personKey),
    index("checkouts_email_idx").on(t.orgId, t.email),
    index("checkouts_phone_idx").on(t.orgId, t.phone),
    index("checkouts_order_idx").on(t.orgId, t.orderId),
    index("checkouts_number_idx").on(t.orgId, t.number.op("text_pattern_ops")),
    check("checkouts_state", sql`${t.state} in ('open', 'recovered', 'completed')`),
    check("checkouts_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);
