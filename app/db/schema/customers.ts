import { sql } from "drizzle-orm";
import {
  boolean,
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
import { createdAt, deletedAt, deletedBy, id, instant, isSample, minor, orgId, updatedAt } from "./columns";
import { organizations } from "./organizations";
import type { Profile } from "./profile";

const isListed = sql`deleted_at is null and merged_into is null`;
const isTrashed = sql`deleted_at is not null and merged_into is null`;

/**
 * A buyer. Names and contacts are the newest facts of its identities; the order
 * roll-ups are kept in the transaction that changes an order.
 */
export const customers = pgTable(
  "customers",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name"),
    /** Lower-cased name, else email, else phone: what the list sorts by. Never null. */
    sortName: text("sort_name").notNull(),
    email: text("email"),
    /** E.164. */
    phone: text("phone"),
    phoneRaw: text("phone_raw"),
    company: text("company"),
    city: text("city"),
    state: text("state"),
    country: text("country"),
    profile: jsonb("profile").$type<Profile>().notNull().default({}),
    /** Lower-cased, unaccented words, emails and phone forms; read only by `search_customers`. */
    searchText: text("search_text").notNull().default(""),
    ordersCount: integer("orders_count").notNull().default(0),
    firstOrderAt: instant("first_order_at"),
    lastOrderAt: instant("last_order_at"),
    /** Folded by the database for filters: lower case, without accents, at most 200 letters. */
    nameKey: text("name_key").generatedAlwaysAs(sql`fold_text(name)`),
    companyKey: text("company_key").generatedAlwaysAs(sql`fold_text(company)`),
    cityKey: text("city_key").generatedAlwaysAs(sql`fold_text(city)`),
    /** What the list sorts by: the last order, or `-infinity` without one, so that keys are never null. */
    lastOrderKey: instant("last_order_key")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(last_order_at, '-infinity')`),
    /** The customer that took over this one's identities. */
    mergedInto: uuid("merged_into"),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
    deletedBy: deletedBy(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.mergedInto], foreignColumns: [t.orgId, t.id] }),
    // The list's sorts hold only what the list shows, so that it can be counted in them too.
    index("customers_last_order_idx").on(t.orgId, t.lastOrderKey.desc(), t.id.desc()).where(isListed),
    index("customers_created_idx").on(t.orgId, t.createdAt.desc(), t.id.desc()).where(isListed),
    index("customers_sort_name_idx").on(t.orgId, t.sortName, t.id).where(isListed),
    index("customers_orders_count_idx").on(t.orgId, t.ordersCount.desc(), t.id.desc()).where(isListed),
    // Who never paid stands together at the end of the list by last order, where reading on would find them last.
    index("customers_unpaid_idx")
      .on(t.orgId, t.lastOrderKey.desc(), t.id.desc())
      .where(sql`orders_count = 0 and deleted_at is null and merged_into is null`),
    index("customers_name_key_idx").on(t.orgId, t.nameKey.op("text_pattern_ops")),
    index("customers_company_key_idx")
      .on(t.orgId, t.companyKey.op("text_pattern_ops"))
      .where(sql`company_key is not null`),
    index("customers_state_idx").on(t.orgId, t.state).where(isListed),
    index("customers_country_idx").on(t.orgId, t.country).where(isListed),
    index("customers_city_key_idx").on(t.orgId, t.cityKey.op("text_pattern_ops")),
    index("customers_email_idx").on(t.orgId, t.email.op("text_pattern_ops")),
    index("customers_phone_idx").on(t.orgId, t.phone.op("text_pattern_ops")),
    index("customers_first_order_idx").on(t.orgId, t.firstOrderAt),
    index("customers_search_idx").using("gin", t.orgId, t.searchText.op("gin_trgm_ops")),
    index("customers_trash_idx").on(t.orgId, t.deletedAt.desc(), t.id.desc()).where(isTrashed),
    index("customers_trash_name_idx").on(t.orgId, t.sortName.op("text_pattern_ops")).where(isTrashed),
    index("customers_deleted_idx").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
    index("customers_merged_idx").on(t.orgId, t.mergedInto).where(sql`merged_into is not null`),
    // The search for duplicates looks at what changed since.
    index("customers_updated_idx").on(t.orgId, t.updatedAt, t.id),
    index("customers_sample_idx").on(t.orgId, t.id).where(sql`is_sample`),
  ],
);

/** An email, phone or platform id by which a customer is known. */
export const identities = pgTable(
  "identities",
  {
    orgId: orgId(),
    id: id(),
    kind: text("kind").notNull(),
    /** The shop's id for platform ids, empty for email and phone. */
    namespace: text("namespace").notNull(),
    /** Normalized: lower-case email, E.164 phone, platform id. */
    value: text("value").notNull(),
    customerId: uuid("customer_id").notNull(),
    /** Seen with so many others (a shared counter phone) that it proves nothing. */
    isHub: boolean("is_hub").notNull().default(false),
    /** Newest facts told under this identity. */
    profile: jsonb("profile").$type<Profile>().notNull().default({}),
    firstSeenAt: instant("first_seen_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("identities_value_key").on(t.orgId, t.kind, t.namespace, t.value),
    foreignKey({
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    index("identities_customer_idx").on(t.orgId, t.customerId),
    check("identities_kind", sql`${t.kind} in ('platform', 'email', 'phone')`),
  ],
);

/** Two identities were named together; kept in both directions. Grows only; the earliest time stands. */
export const identityEdges = pgTable(
  "identity_edges",
  {
    orgId: orgId(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    /** Source time of the earliest evidence, for example when the order was placed. */
    firstSeenAt: instant("first_seen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.fromId, t.toId] }),
    foreignKey({
      columns: [t.orgId, t.fromId],
      foreignColumns: [identities.orgId, identities.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.orgId, t.toId],
      foreignColumns: [identities.orgId, identities.id],
    }).onDelete("cascade"),
    index("identity_edges_to_idx").on(t.orgId, t.toId),
  ],
);

/** What a customer's counting orders add up to, per currency. Never summed across currencies. */
export const customerSpend = pgTable(
  "customer_spend",
  {
    orgId: orgId(),
    customerId: uuid("customer_id").notNull(),
    currency: text("currency").notNull(),
    ordersCount: integer("orders_count").notNull(),
    /** Before refunds. */
    grossMinor: minor("gross_minor").notNull(),
    refundedMinor: minor("refunded_minor").notNull(),
    netMinor: minor("net_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.customerId, t.currency] }),
    foreignKey({
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    index("customer_spend_net_idx").on(t.orgId, t.currency, t.netMinor.desc(), t.customerId.desc()),
  ],
);

/** Append-only: what was agreed to, under which address, by which words, from where. */
export const consents = pgTable(
  "consents",
  {
    orgId: orgId(),
    id: id(),
    identityId: uuid("identity_id").notNull(),
    channel: text("channel").notNull(),
    purpose: text("purpose").notNull(),
    state: text("state").notNull(),
    /** `shop`, `person`, `import`. */
    source: text("source").notNull(),
    wording: text("wording"),
    /** Where it was said, when a person wrote it down. */
    place: text("place"),
    optInLevel: text("opt_in_level"),
    decidedAt: instant("decided_at").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    actorId: uuid("actor_id"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.identityId],
      foreignColumns: [identities.orgId, identities.id],
    }).onDelete("cascade"),
    uniqueIndex("consents_fact_key").on(
      t.orgId,
      t.identityId,
      t.channel,
      t.purpose,
      t.decidedAt,
      t.state,
      t.source,
    ),
    index("consents_state_idx").on(t.orgId, t.channel, t.state, t.identityId),
    check("consents_channel", sql`${t.channel} in ('email', 'whatsapp', 'sms')`),
    check("consents_purpose", sql`${t.purpose} in ('marketing')`),
    check("consents_state", sql`${t.state} in ('subscribed', 'unsubscribed', 'pending', 'never')`),
  ],
);

/** Keyed hashes of erased identities: late deliveries dated before `erasedAt` bring nobody back. */
export const tombstones = pgTable(
  "tombstones",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    keyHash: text("key_hash").notNull(),
    erasedAt: instant("erased_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.keyHash] })],
);
