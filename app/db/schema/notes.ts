import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, deletedAt, id, instant, orgId } from "./columns";
import { customers } from "./customers";

/** What a member wrote about a customer. */
export const notes = pgTable(
  "notes",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    body: text("body").notNull(),
    /** The members whom it names, by user id. */
    mentions: jsonb("mentions").$type<string[]>().notNull().default([]),
    authorId: uuid("author_id").notNull(),
    createdAt: createdAt(),
    editedAt: instant("edited_at"),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    index("notes_customer_idx").on(t.orgId, t.customerId, t.createdAt.desc(), t.id.desc()),
    index("notes_deleted_idx").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
  ],
);
