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
import { createdAt, deletedAt, deletedBy, id, instant, isSample, minor, orgId, updatedAt } from "./columns";
import { shops } from "./connections";
import type { Corrections } from "./corrections";

const isTrashed = sql`deleted_at is not null`;

export const products = pgTable(
  "products",
  {
    orgId: orgId(),
    id: id(),
    shopId: uuid("shop_id").notNull(),
    externalId: text("external_id").notNull(),
    /** Set on variations. */
    parentExternalId: text("parent_external_id"),
    name: text("name").notNull(),
    sortName: text("sort_name").notNull().generatedAlwaysAs(sql`lower(name)`),
    sku: text("sku"),
    priceMinor: minor("price_minor"),
    currency: text("currency"),
    status: text("status").notNull(),
    stock: text("stock").notNull(),
    stockQuantity: integer("stock_quantity"),
    url: text("url"),
    imageUrl: text("image_url"),
    categories: jsonb("categories").$type<string[]>().notNull().default([]),
    corrections: jsonb("corrections").$type<Corrections>().notNull().default({}),
    versionAt: instant("version_at").notNull(),
    versionHash: text("version_hash").notNull(),
    removedAt: instant("removed_at"),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
    deletedBy: deletedBy(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("products_external_key").on(t.orgId, t.shopId, t.externalId),
    foreignKey({ columns: [t.orgId, t.shopId], foreignColumns: [shops.orgId, shops.id] }).onDelete("cascade"),
    index("products_sku_idx").on(t.orgId, t.sku),
    index("products_sort_name_idx").on(t.orgId, t.sortName, t.id),
    index("products_trash_idx").on(t.orgId, t.deletedAt.desc(), t.id.desc()).where(isTrashed),
    index("products_deleted_idx").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
    check("products_status", sql`${t.status} in ('active', 'draft', 'archived')`),
    check("products_stock", sql`${t.stock} in ('in_stock', 'out_of_stock', 'on_backorder', 'unknown')`),
  ],
);
