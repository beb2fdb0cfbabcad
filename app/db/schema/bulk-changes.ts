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
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, orgId } from "./columns";
import type { JobValues } from "./jobs";
import { organizations } from "./organizations";

/** One change that a member made to many records at once; kept for 30 days, so that it can be undone. */
export const bulkChanges = pgTable(
  "bulk_changes",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    noun: text("noun").notNull(),
    kind: text("kind").notNull(),
    /** Which records and what to do to them; may hold what was searched for, so it goes when the work is over. */
    request: jsonb("request").$type<JobValues>(),
    /** The job that makes it, and the one that undoes it; null where it was done at once. */
    jobId: uuid("job_id"),
    undoJobId: uuid("undo_job_id"),
    changed: integer("changed").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
    undoneAt: instant("undone_at"),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("bulk_changes_job_idx").on(t.orgId, t.jobId),
    index("bulk_changes_expires_idx").on(t.expiresAt),
    check("bulk_changes_noun", sql`${t.noun} in ('customer', 'order', 'product', 'subscription')`),
    check(
      "bulk_changes_kind",
      sql`${t.kind} in ('trash', 'restore', 'add_tag', 'remove_tag', 'set_field', 'clear_field')`,
    ),
  ],
);

/** What became of one record in a bulk change, and how it was before. */
export const bulkChangeRows = pgTable(
  "bulk_change_rows",
  {
    orgId: orgId(),
    changeId: uuid("change_id").notNull(),
    recordId: uuid("record_id").notNull(),
    /** `kept`: an undo left it alone, because somebody changed it since. */
    outcome: text("outcome").notNull(),
    /** Translation key of why it failed. */
    errorKey: text("error_key"),
    /** What an undo puts back; null where that follows from the kind. */
    before: jsonb("before").$type<JobValues>(),
    /** By what an undo knows that nobody changed it since. */
    after: jsonb("after").$type<JobValues>(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.changeId, t.recordId] }),
    foreignKey({
      columns: [t.orgId, t.changeId],
      foreignColumns: [bulkChanges.orgId, bulkChanges.id],
    }).onDelete("cascade"),
    index("bulk_change_rows_record_idx").on(t.orgId, t.recordId),
    index("bulk_change_rows_outcome_idx").on(t.orgId, t.changeId, t.outcome, t.recordId),
    check("bulk_change_rows_outcome", sql`${t.outcome} in ('changed', 'failed', 'undone', 'kept')`),
  ],
);
