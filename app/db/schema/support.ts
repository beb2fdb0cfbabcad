import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, orgId, updatedAt } from "./columns";
import { organizations } from "./organizations";

/** A question of a member to the people who run the product. */
export const supportRequests = pgTable(
  "support_requests",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    /** In mails to operators and on their command line. */
    reference: text("reference").notNull(),
    /** Who asked; they and the Admins see it. */
    userId: uuid("user_id").notNull(),
    subject: text("subject").notNull(),
    state: text("state").notNull().default("open"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("support_requests_reference_key").on(t.reference),
    index("support_requests_updated_idx").on(t.orgId, t.updatedAt, t.id),
    index("support_requests_user_idx").on(t.orgId, t.userId, t.updatedAt, t.id),
    index("support_requests_open_idx").on(t.updatedAt).where(sql`state = 'open'`),
    check("support_requests_state", sql`${t.state} in ('open', 'answered', 'closed')`),
  ],
);

export const supportMessages = pgTable(
  "support_messages",
  {
    orgId: orgId(),
    id: id(),
    requestId: uuid("request_id").notNull(),
    author: text("author").notNull(),
    /** The member who wrote it; null for operators. */
    userId: uuid("user_id"),
    body: text("body").notNull(),
    createdAt: createdAt(),
    /** Of the mail that tells operators; `none` for their own answers. */
    mailState: text("mail_state").notNull(),
    mailAttempts: smallint("mail_attempts").notNull().default(0),
    mailAt: instant("mail_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.requestId],
      foreignColumns: [supportRequests.orgId, supportRequests.id],
      name: "support_messages_request_fk",
    }).onDelete("cascade"),
    index("support_messages_request_idx").on(t.orgId, t.requestId, t.createdAt, t.id),
    index("support_messages_due_idx").on(t.createdAt).where(sql`mail_state in ('due', 'claimed')`),
    check("support_messages_author", sql`${t.author} in ('member', 'operator')`),
    check(
      "support_messages_mail_state",
      sql`${t.mailState} in ('none', 'due', 'claimed', 'sent', 'refused', 'unknown')`,
    ),
  ],
);
