import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, minor, orgId } from "./columns";
import { connections } from "./connections";
import type { JobValues } from "./jobs";

/** What is asked of a shop's own interface again and again, and when next. */
export const shopPolls = pgTable(
  "shop_polls",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    /** How far each kind of record has been asked for; plain values of the platform's reader. */
    marks: jsonb("marks").$type<JobValues>().notNull().default({}),
    /** When the shop was last asked for everything new, and answered. */
    polledAt: instant("polled_at"),
    /** Nobody asks before: it is also the claim of whoever asks now. */
    nextPollAt: instant("next_poll_at").notNull(),
    /** Times in a row that it gave no answer that could be used. */
    pollFailures: integer("poll_failures").notNull().default(0),
    /** Why not, in our word for it. */
    pollProblem: text("poll_problem"),
    /** When receipts were last made. */
    countedAt: instant("counted_at"),
    nextCountAt: instant("next_count_at").notNull(),
    countProblem: text("count_problem"),
    /** When everything of the past was last read, and from when on. */
    backfilledAt: instant("backfilled_at"),
    backfilledSince: instant("backfilled_since"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    index("shop_polls_poll_idx").on(t.nextPollAt),
    index("shop_polls_count_idx").on(t.nextCountAt),
  ],
);

/** One day of a shop in one currency: what the shop counts, and what is here. */
export const receipts = pgTable(
  "receipts",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    /** In the organization's time zone. */
    day: date("day", { mode: "string" }).notNull(),
    currency: text("currency").notNull(),
    shopCount: integer("shop_count").notNull(),
    shopMinor: minor("shop_minor").notNull(),
    ownCount: integer("own_count").notNull(),
    ownMinor: minor("own_minor").notNull(),
    missing: integer("missing").notNull(),
    differing: integer("differing").notNull(),
    checkedAt: instant("checked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.day, t.currency] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    index("receipts_day_idx").on(t.day),
  ],
);

/** An order that the shop has and we do not, or have otherwise, as the last receipts found it. */
export const receiptGaps = pgTable(
  "receipt_gaps",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    externalId: text("external_id").notNull(),
    kind: text("kind").notNull(),
    number: text("number").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    currency: text("currency").notNull(),
    shopMinor: minor("shop_minor").notNull(),
    /** Null for one that is not here. */
    ownMinor: minor("own_minor"),
    foundAt: instant("found_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.externalId] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    check("receipt_gaps_kind", sql`${t.kind} in ('missing', 'differing')`),
  ],
);

/** A record of a shop that could not be read or applied when the shop was asked for it. */
export const unreadRecords = pgTable(
  "unread_records",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    kind: text("kind").notNull(),
    externalId: text("external_id").notNull(),
    /** As deliveries have them: a stable word, and fields with what was expected, never personal data. */
    reason: text("reason").notNull(),
    detail: text("detail"),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.kind, t.externalId] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    check("unread_records_kind", sql`${t.kind} in ('customer', 'product', 'order', 'subscription')`),
  ],
);
