import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { createdAt, instant, updatedAt } from "./columns";
import { organizations } from "./organizations";

const userId = () =>
  uuid("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** What a user is told, in the app and by mail. Like all tables of this file reached through functions only. */
export const notifications = pgTable(
  "notifications",
  {
    id: uuid("id").primaryKey(),
    userId: userId(),
    /** Whose pages it leads to; null when it is about the account. */
    aboutOrgId: uuid("about_org_id").references(() => organizations.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    category: text("category").notNull(),
    /** Plain facts without personal data. */
    facts: jsonb("facts").$type<Record<string, string | number | boolean | null>>().notNull(),
    /** Of one kind, a user is told once for each reason. */
    reason: text("reason").notNull(),
    /** Whether the app shows it: some news can be switched off. */
    isShown: boolean("is_shown").notNull(),
    /** `none`: no mail of ours belongs to it. `claimed`: handed over, with no answer yet. */
    mailState: text("mail_state").notNull(),
    mailAttempts: smallint("mail_attempts").notNull().default(0),
    mailAt: instant("mail_at"),
    createdAt: createdAt(),
    readAt: instant("read_at"),
  },
  (t) => [
    uniqueIndex("notifications_reason_key").on(t.userId, t.kind, t.reason),
    index("notifications_shown_idx").on(t.userId, t.createdAt, t.id).where(sql`is_shown`),
    index("notifications_unread_idx").on(t.userId).where(sql`is_shown and read_at is null`),
    index("notifications_due_idx").on(t.createdAt).where(sql`mail_state in ('due', 'claimed')`),
    index("notifications_org_idx").on(t.aboutOrgId).where(sql`about_org_id is not null`),
    index("notifications_created_idx").on(t.createdAt),
    check("notifications_category", sql`${t.category} in ('security', 'service', 'policy', 'product')`),
    check(
      "notifications_mail_state",
      sql`${t.mailState} in ('none', 'due', 'claimed', 'sent', 'refused', 'unknown')`,
    ),
  ],
);

/** What a user chose; who chose nothing has no row and gets everything. */
export const notificationPreferences = pgTable("notification_preferences", {
  userId: userId().primaryKey(),
  productMail: boolean("product_mail").notNull().default(true),
  productInApp: boolean("product_in_app").notNull().default(true),
  policyInApp: boolean("policy_in_app").notNull().default(true),
  updatedAt: updatedAt(),
});

/** News for all users, told to a bounded number of them at a time, in the order of their ids. */
export const announcements = pgTable(
  "announcements",
  {
    /** `policy/2026-11-23`, `product/segments-are-here`. */
    key: text("key").primaryKey(),
    category: text("category").notNull(),
    /** The words of product news by language, `{en: {subject, body}, ms: …}`; null where the app has them. */
    words: jsonb("words").$type<Record<"en" | "ms", { subject: string; body: string }>>(),
    facts: jsonb("facts").$type<Record<string, string | number | boolean | null>>().notNull(),
    /** The last user who was told. */
    cursor: uuid("cursor"),
    told: integer("told").notNull().default(0),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("announcements_open_idx").on(t.createdAt).where(sql`finished_at is null`),
    check("announcements_category", sql`${t.category} in ('policy', 'product')`),
  ],
);

/** Which version of the privacy policy a user accepted, and when. */
export const policyAcceptances = pgTable(
  "policy_acceptances",
  {
    userId: userId(),
    version: text("version").notNull(),
    acceptedAt: instant("accepted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.version] })],
);
