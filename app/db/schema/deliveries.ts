import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, orgId, updatedAt } from "./columns";
import type { JobValues } from "./jobs";
import { organizations } from "./organizations";

/**
 * One webhook request received, and what became of it. Partitioned by month of
 * `received_at` (see the migration); nothing references it by foreign key, and
 * its uniqueness lives in the inbox.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    orgId: orgId(),
    id: id(),
    receivedAt: instant("received_at").notNull(),
    connectionId: uuid("connection_id").notNull(),
    topic: text("topic").notNull(),
    /** `order:727`, `customer:12`…: for search and erasure. */
    subject: text("subject"),
    dedupeKey: text("dedupe_key").notNull(),
    outcome: text("outcome").notNull(),
    /** Stable snake_case code; null when applied. */
    reason: text("reason"),
    /** Names fields and expectations, never personal data. */
    detail: text("detail"),
    sourceShop: text("source_shop"),
    headers: jsonb("headers").$type<Record<string, string>>().notNull().default({}),
    /** Raw text as received; null for duplicates and once erased. */
    body: text("body"),
    bodyBytes: integer("body_bytes").notNull(),
    attempts: integer("attempts").notNull().default(1),
    /** When it came to its outcome; null where that was before times were kept. */
    settledAt: instant("settled_at"),
    appliedAt: instant("applied_at"),
    replayedAt: instant("replayed_at"),
    erasedAt: instant("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.receivedAt, t.id] }),
    index("deliveries_connection_idx").on(t.orgId, t.connectionId, t.receivedAt.desc(), t.id.desc()),
    index("deliveries_subject_idx").on(t.orgId, t.subject),
    index("deliveries_id_idx").on(t.orgId, t.id),
    // The few that wait for a person, found without reading the many that were applied.
    index("deliveries_trouble_idx")
      .on(t.orgId, t.receivedAt.desc(), t.id.desc())
      .where(sql`outcome in ('failed', 'needs_attention')`),
    index("deliveries_topic_idx").on(t.orgId, t.topic, t.receivedAt.desc(), t.id.desc()),
    // What was applied is most of them, and is met on the way through the log.
    index("deliveries_outcome_idx")
      .on(t.orgId, t.outcome, t.receivedAt.desc(), t.id.desc())
      .where(sql`outcome <> 'applied'`),
    check(
      "deliveries_outcome",
      sql`${t.outcome} in ('applied', 'duplicate', 'stale', 'ignored', 'needs_attention', 'failed')`,
    ),
  ],
);

/** What came of a delivery each time that it was applied, once it was replayed; goes with its delivery's month. */
export const deliveryAttempts = pgTable(
  "delivery_attempts",
  {
    orgId: orgId(),
    deliveryId: uuid("delivery_id").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** From 1, which is when it came. The first one and the newest are kept. */
    number: integer("number").notNull(),
    at: instant("at"),
    outcome: text("outcome").notNull(),
    reason: text("reason"),
    detail: text("detail"),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    /** The replay of many that it was part of. */
    replayId: uuid("replay_id"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.deliveryId, t.number] }),
    index("delivery_attempts_replay_idx")
      .on(t.orgId, t.replayId, t.outcome, t.deliveryId)
      .where(sql`replay_id is not null`),
    index("delivery_attempts_received_idx").on(t.receivedAt),
  ],
);

/** A replay of many deliveries that a member asked for, and what came of it. */
export const deliveryReplays = pgTable(
  "delivery_replays",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    jobId: uuid("job_id").notNull(),
    /** Which deliveries; may hold what was searched for, so it goes when the work is over. */
    selection: jsonb("selection").$type<JobValues>(),
    applied: integer("applied").notNull().default(0),
    /** Had nothing new to say. */
    unchanged: integer("unchanged").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("delivery_replays_job_idx").on(t.orgId, t.jobId),
    index("delivery_replays_expires_idx").on(t.expiresAt),
  ],
);

/** How long an organization keeps what shops sent, and how far that is done; without a row, as long as any may. */
export const deliveryRetention = pgTable(
  "delivery_retention",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    days: smallint("days").notNull(),
    /** Nothing received before this has its content any more. */
    clearedUntil: instant("cleared_until"),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId] }),
    check("delivery_retention_days", sql`${t.days} between 7 and 90`),
  ],
);
