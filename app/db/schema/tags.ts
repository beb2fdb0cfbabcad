import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, orgId, updatedAt } from "./columns";
import { customers } from "./customers";
import { organizations } from "./organizations";

/** A word that members put on customers. */
export const tags = pgTable(
  "tags",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** Folded name: "VIP" and "vip" are one tag. */
    folded: text("folded").notNull(),
    colour: text("colour").notNull(),
    /** Customers outside of the trash that have it; kept by triggers. */
    customersCount: integer("customers_count").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("tags_folded_key").on(t.orgId, t.folded),
    check(
      "tags_colour",
      sql`${t.colour} in ('gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink')`,
    ),
  ],
);

export const customerTags = pgTable(
  "customer_tags",
  {
    orgId: orgId(),
    customerId: uuid("customer_id").notNull(),
    tagId: uuid("tag_id").notNull(),
    source: text("source").notNull(),
    actorId: uuid("actor_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.customerId, t.tagId] }),
    foreignKey({
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.orgId, t.tagId], foreignColumns: [tags.orgId, tags.id] }).onDelete("cascade"),
    index("customer_tags_tag_idx").on(t.orgId, t.tagId, t.customerId),
    check("customer_tags_source", sql`${t.source} in ('person', 'shop', 'import', 'api')`),
  ],
);
