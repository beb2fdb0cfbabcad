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
import { id, instant, orgId } from "./columns";
import { customers, identities } from "./customers";
import { organizations } from "./organizations";
import type { Profile } from "./profile";

/** Rows of other tables as JSON objects, to be written back as they were. */
export type StoredRows = Record<string, unknown>[];

/** What one side of a merge had before it. */
type MergeSide = {
  /** What a person set on the customer itself. */
  own: Profile;
  tags: StoredRows;
  values: StoredRows;
};

/** What a split needs to put both customers back; empty once it has. */
export type MergeRecord = {
  survivor: MergeSide;
  absorbed: MergeSide & {
    /** Ids of rows that went over to the survivor. */
    notes: string[];
    orders: string[];
  };
  /** What the merge left on the survivor: where it still stands, a split may change it. */
  applied: { own: Profile; values: StoredRows };
};

/**
 * What a person decided about two identities, kept in both directions. It stands
 * above what shops tell, and goes only with its identities or with another decision.
 */
export const identityDecisions = pgTable(
  "identity_decisions",
  {
    orgId: orgId(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    verdict: text("verdict").notNull(),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: uuid("decided_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.fromId, t.toId, t.verdict] }),
    foreignKey({
      name: "identity_decisions_from_fk",
      columns: [t.orgId, t.fromId],
      foreignColumns: [identities.orgId, identities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "identity_decisions_to_fk",
      columns: [t.orgId, t.toId],
      foreignColumns: [identities.orgId, identities.id],
    }).onDelete("cascade"),
    index("identity_decisions_to_idx").on(t.orgId, t.toId),
    check("identity_decisions_verdict", sql`${t.verdict} in ('one', 'apart')`),
  ],
);

/** The ledger of merges by people. A merge stands while `split_at` is null. */
export const customerMerges = pgTable(
  "customer_merges",
  {
    orgId: orgId(),
    id: id(),
    survivorId: uuid("survivor_id").notNull(),
    absorbedId: uuid("absorbed_id").notNull(),
    /** The identities that the decision joins. */
    survivorIdentityId: uuid("survivor_identity_id").notNull(),
    absorbedIdentityId: uuid("absorbed_identity_id").notNull(),
    record: jsonb("record").$type<MergeRecord>(),
    mergedAt: instant("merged_at").notNull(),
    mergedBy: uuid("merged_by").notNull(),
    splitAt: instant("split_at"),
    splitBy: uuid("split_by"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      name: "customer_merges_survivor_fk",
      columns: [t.orgId, t.survivorId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "customer_merges_absorbed_fk",
      columns: [t.orgId, t.absorbedId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    index("customer_merges_survivor_idx").on(t.orgId, t.survivorId),
    index("customer_merges_absorbed_idx").on(t.orgId, t.absorbedId),
  ],
);

/** What customers are compared by: those who share a key may be the same person. Derived, made in the background. */
export const customerMatchKeys = pgTable(
  "customer_match_keys",
  {
    orgId: orgId(),
    customerId: uuid("customer_id").notNull(),
    /** A hash, so that what a customer was known by cannot be read here. */
    key: bigint("key", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.customerId, t.key] }),
    foreignKey({
      name: "customer_match_keys_customer_fk",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    index("customer_match_keys_key_idx").on(t.orgId, t.key, t.customerId),
  ],
);

/** Two customers who may be the same person, the smaller id first. */
export const duplicateSuggestions = pgTable(
  "duplicate_suggestions",
  {
    orgId: orgId(),
    oneId: uuid("one_id").notNull(),
    otherId: uuid("other_id").notNull(),
    /** 0 to 100. */
    score: integer("score").notNull(),
    /** Why, as words that the screen has texts for. */
    reasons: jsonb("reasons").$type<string[]>().notNull(),
    state: text("state").notNull().default("open"),
    foundAt: instant("found_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.oneId, t.otherId] }),
    foreignKey({
      name: "duplicate_suggestions_one_fk",
      columns: [t.orgId, t.oneId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "duplicate_suggestions_other_fk",
      columns: [t.orgId, t.otherId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete("cascade"),
    index("duplicate_suggestions_other_idx").on(t.orgId, t.otherId),
    index("duplicate_suggestions_score_idx").on(t.orgId, t.state, t.score.desc(), t.oneId, t.otherId),
    check("duplicate_suggestions_state", sql`${t.state} in ('open', 'later', 'dismissed')`),
  ],
);

/** How far the search for duplicates has come in an organization, by when customers changed. */
export const duplicateSearches = pgTable("duplicate_searches", {
  orgId: orgId()
    .primaryKey()
    .references(() => organizations.id, { onDelete: "cascade" }),
  seenAt: instant("seen_at").notNull(),
  seenId: uuid("seen_id").notNull(),
});
