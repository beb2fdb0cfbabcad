import { bigint, date, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns";

/**
 * Acts of people, keys and jobs, for ever. Rows are written by `audit_append`
 * alone and form a hash chain per organization; what changed lives in
 * `audit_values`, which can be erased without breaking the chain.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    orgId: orgId(),
    /** From 1, without gaps. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    id: id(),
    at: instant("at").notNull(),
    /** `user`, `key`, `job`, `shop`, `visitor` (somebody who did not get in). */
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    /** `connection.created`, `session.started`… */
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id"),
    ip: text("ip"),
    /** Plain facts without personal data (counts, roles, names of fields). */
    facts: jsonb("facts").$type<Record<string, string | number | boolean | null>>().notNull(),
    /** Hex SHA-256 of salt and values; empty when there are none. */
    valuesDigest: text("values_digest").notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text("hash").notNull(),
    /** What the session's browser said of itself. */
    device: text("device"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.seq] }),
    index("audit_log_at_idx").on(t.orgId, t.at.desc()),
    index("audit_log_actor_idx").on(t.orgId, t.actorId, t.seq),
    index("audit_log_action_idx").on(t.orgId, t.action, t.seq),
    index("audit_log_subject_idx").on(t.orgId, t.subjectId, t.seq),
  ],
);

/** Before and after of an act; missing means erased, changed means tampering. */
export const auditValues = pgTable(
  "audit_values",
  {
    orgId: orgId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    salt: text("salt").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.seq] })],
);

/** The chain's end, locked while a row is added. */
export const auditHeads = pgTable("audit_heads", {
  orgId: uuid("org_id").primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  /** The hash before it: what one statement that moves the head on gives back of where it stood. */
  prevHash: text("prev_hash").notNull().default(""),
  /** What was last written outside of the database. */
  anchoredSeq: bigint("anchored_seq", { mode: "number" }).notNull().default(0),
  /** In UTC. */
  anchoredOn: date("anchored_on"),
});
