import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { createdAt, id, orgId, updatedAt } from "./columns";
import { organizations } from "./organizations";

/** What a view holds, as `viewStateSchema` reads it. */
export type StoredViewState = Record<string, unknown>;

/** A list's filter, sort and columns under a name. */
export const views = pgTable(
  "views",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    noun: text("noun").notNull(),
    name: text("name").notNull(),
    /** Whose alone it is, and goes with; null for a shared one. */
    privateTo: uuid("private_to").references(() => users.id, { onDelete: "cascade" }),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    state: jsonb("state").$type<StoredViewState>().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("views_noun_idx").on(t.orgId, t.noun, t.name, t.id),
    index("views_private_idx").on(t.privateTo).where(sql`private_to is not null`),
    check("views_noun", sql`${t.noun} in ('customers', 'orders', 'products', 'subscriptions', 'checkouts')`),
  ],
);

/** How a member has arranged a list, where no view says otherwise, and the view it opens with. */
export const listLayouts = pgTable(
  "list_layouts",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    noun: text("noun").notNull(),
    /** In their order; null for the usual ones. */
    columns: jsonb("columns").$type<string[]>(),
    /** In pixels, by column. */
    widths: jsonb("widths").$type<Record<string, number>>().notNull().default({}),
    density: text("density").notNull().default("comfortable"),
    defaultViewId: uuid("default_view_id"),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.userId, t.noun] }),
    foreignKey({ columns: [t.orgId, t.defaultViewId], foreignColumns: [views.orgId, views.id] }),
    index("list_layouts_user_idx").on(t.userId),
    index("list_layouts_view_idx").on(t.orgId, t.defaultViewId),
    check(
      "list_layouts_noun",
      sql`${t.noun} in ('customers', 'orders', 'products', 'subscriptions', 'checkouts')`,
    ),
    check("list_layouts_density", sql`${t.density} in ('comfortable', 'compact')`),
  ],
);
