import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, orgId, updatedAt } from "./columns";
import { organizations } from "./organizations";

/** Plain values that survive being stored as JSON. */
export type JobValue = string | number | boolean | null | JobValue[] | { [key: string]: JobValue };
export type JobValues = { [key: string]: JobValue };

/** Long work of an organization in bounded steps; what it needs to go on after a crash is here. */
export const jobs = pgTable(
  "jobs",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    kind: text("kind").notNull(),
    /** What was asked for; never personal data. */
    parameters: jsonb("parameters").$type<JobValues>().notNull().default({}),
    /** Where the next step begins; null before the first and after the last. */
    cursor: jsonb("cursor").$type<JobValues>(),
    done: integer("done").notNull().default(0),
    /** Null while it is not known. */
    total: integer("total"),
    failed: integer("failed").notNull().default(0),
    state: text("state").notNull().default("queued"),
    /** Whose rights it acts with. */
    createdBy: uuid("created_by").notNull(),
    /** Translation key of why it failed. */
    errorKey: text("error_key"),
    result: jsonb("result").$type<JobValues>(),
    /** When what it made is deleted. */
    expiresAt: instant("expires_at"),
    /** Times it was taken since a step was last kept. */
    attempts: integer("attempts").notNull().default(0),
    /** Who runs it now, and until when nobody else may. */
    leaseId: uuid("lease_id"),
    leasedUntil: instant("leased_until"),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("jobs_created_idx").on(t.orgId, t.createdAt.desc(), t.id.desc()),
    // The sweep looks for these across organizations.
    index("jobs_open_idx").on(t.updatedAt).where(sql`state in ('queued', 'running')`),
    index("jobs_expires_idx").on(t.expiresAt).where(sql`expires_at is not null`),
    check("jobs_state", sql`${t.state} in ('queued', 'running', 'done', 'failed', 'cancelled')`),
  ],
);
