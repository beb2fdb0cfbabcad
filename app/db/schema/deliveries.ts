import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns";

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
    check(
      "deliveries_outcome",
      sql`${t.outcome} in ('applied', 'duplicate', 'stale', 'ignored', 'needs_attention', 'failed')`,
    ),
  ],
);
