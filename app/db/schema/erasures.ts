import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns";

/**
 * That somebody was erased, when and at whose request, and never who: kept for
 * ever, beyond the organization itself.
 */
export const erasures = pgTable(
  "erasures",
  {
    orgId: orgId(),
    id: id(),
    at: instant("at").notNull(),
    kind: text("kind").notNull(),
    /** As in the audit log: `user`, `shop` or `job`. */
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    /** How many of what: `{"customers": 1, "orders": 4}`. */
    counts: jsonb("counts").$type<Record<string, number>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("erasures_at_idx").on(t.orgId, t.at.desc(), t.id.desc()),
    check("erasures_kind", sql`${t.kind} in ('customer', 'shop', 'account', 'organization')`),
  ],
);
