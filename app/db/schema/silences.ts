import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, orgId } from "./columns";
import { connections } from "./connections";
import type { JobValues } from "./jobs";

/** What a connection brought in one hour of UTC; no row for an hour without a delivery. Kept for 13 weeks. */
export const connectionHours = pgTable(
  "connection_hours",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    hour: instant("hour").notNull(),
    received: integer("received").notNull(),
    failed: integer("failed").notNull(),
    needsAttention: integer("needs_attention").notNull(),
    /** Those whose way from the shop's request to its outcome is known: not replayed ones. */
    timed: integer("timed").notNull(),
    lagSumMs: bigint("lag_sum_ms", { mode: "number" }).notNull(),
    lagMaxMs: bigint("lag_max_ms", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.hour] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    index("connection_hours_hour_idx").on(t.hour),
  ],
);

/** How far a connection's hours are counted, the rhythm learned from them, and when to look again. */
export const connectionWatches = pgTable(
  "connection_watches",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    countedUntil: instant("counted_until"),
    /** The connection's last delivery when it was counted. */
    countedDeliveryAt: instant("counted_delivery_at"),
    /** Until when it took nothing in by our own doing, such as a pause. */
    idleUntil: instant("idle_until"),
    /** As `rhythmSchema` reads it; null while there is too little to learn from. */
    rhythm: jsonb("rhythm").$type<JobValues>(),
    learnedAt: instant("learned_at"),
    /** When the silence of now becomes unlikely; null when it never does. */
    alarmAt: instant("alarm_at"),
    /** Nobody looks before: it is also the claim of whoever looks now. */
    nextLookAt: instant("next_look_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    index("connection_watches_look_idx").on(t.nextLookAt),
  ],
);

/** A silence of a connection that was too unlikely to be chance; one row for each. */
export const silences = pgTable(
  "silences",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    /** When the last delivery before it came. */
    since: instant("since").notNull(),
    noticedAt: instant("noticed_at").notNull(),
    /** Of so many silences of this shop, one lasts as long by chance. */
    oneIn: bigint("one_in", { mode: "number" }).notNull(),
    /** In so many weeks this shop is as silent once by chance. */
    onceInWeeks: integer("once_in_weeks").notNull(),
    /** What the shop's interface said of its webhooks. */
    webhooks: text("webhooks").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.since] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    index("silences_open_idx").on(t.noticedAt).where(sql`ended_at is null`),
    index("silences_noticed_idx").on(t.noticedAt),
    check(
      "silences_webhooks",
      sql`${t.webhooks} in ('not_asked', 'no_answer', 'registered', 'missing', 'switched_off')`,
    ),
  ],
);
