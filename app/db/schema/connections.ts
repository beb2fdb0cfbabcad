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
import { createdAt, id, instant, isSample, orgId, updatedAt } from "./columns";
import { organizations } from "./organizations";

/** A seller's store. It owns orders and products and outlives its connections. */
export const shops = pgTable(
  "shops",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    platform: text("platform").notNull(),
    /** Host name of the store; null until a person or the first delivery names it. */
    externalId: text("external_id"),
    name: text("name").notNull(),
    /** What products are priced in when the platform does not say. */
    currency: text("currency").notNull(),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("shops_external_key").on(t.orgId, t.platform, t.externalId),
  ],
);

/** A secret of a connection, sealed with AES-256-GCM; `expiresAt` bounds an old one during a rotation. */
export type SealedSecret = { id: string; sealed: string; expiresAt: string | null };

/** How deliveries prove themselves and what their fields mean, as `connectionSettingsSchema` reads it. */
export type StoredSettings = Record<string, unknown>;

/** What the fields of deliveries mean, as `mappingSchema` reads it. */
export type StoredMapping = Record<string, unknown>;

export const connections = pgTable(
  "connections",
  {
    orgId: orgId(),
    id: id(),
    shopId: uuid("shop_id").notNull(),
    platform: text("platform").notNull(),
    name: text("name").notNull(),
    state: text("state").notNull().default("waiting"),
    secrets: jsonb("secrets").$type<SealedSecret[]>().notNull().default([]),
    /** Where the seller chooses; null where the platform alone decides. */
    settings: jsonb("settings").$type<StoredSettings>(),
    /** Rises with every change that its inbox must learn. */
    configVersion: integer("config_version").notNull().default(1),
    lastDeliveryAt: instant("last_delivery_at"),
    /** A delivery named another shop than this one; the name it gave. */
    mismatchedShop: text("mismatched_shop"),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.shopId], foreignColumns: [shops.orgId, shops.id] }).onDelete("cascade"),
    index("connections_shop_idx").on(t.orgId, t.shopId),
    check("connections_state", sql`${t.state} in ('waiting', 'live', 'paused', 'uninstalled', 'removed')`),
  ],
);

/** Every mapping a connection has had; the highest version is in force. */
export const connectionMappings = pgTable(
  "connection_mappings",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    version: integer("version").notNull(),
    mapping: jsonb("mapping").$type<StoredMapping>().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.version] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
  ],
);

/** Configuration still to be pushed to an inbox; written in the transaction that changed it. */
export const inboxPushes = pgTable(
  "inbox_pushes",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    version: integer("version").notNull(),
    attempts: integer("attempts").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    index("inbox_pushes_created_idx").on(t.createdAt),
  ],
);

/** Requests turned away before anything was stored, counted per minute. */
export const refusals = pgTable(
  "refusals",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    minute: instant("minute").notNull(),
    reason: text("reason").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.minute, t.reason] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
  ],
);
