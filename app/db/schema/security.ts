import { date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, orgId } from "./columns";
import { organizations } from "./organizations";

type Facts = Record<string, string | number | boolean | null>;

/** What repeats within an hour is one row that counts. */
const countedPerHour = () => ({
  kind: text("kind").notNull(),
  /** Of whom and from where; with kind and hour it names the row. */
  subjectKey: text("subject_key").notNull(),
  hour: instant("hour").notNull(),
  ip: text("ip"),
  facts: jsonb("facts").$type<Facts>().notNull(),
  count: integer("count").notNull().default(1),
  firstAt: instant("first_at").notNull(),
  lastAt: instant("last_at").notNull(),
});

/**
 * Signs of fraud and abuse that an organization's Admins are shown. Written by
 * `record_security_event` alone; deleted after 90 days.
 */
export const securityEvents = pgTable(
  "security_events",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    ...countedPerHour(),
    userId: uuid("user_id"),
    userAgent: text("user_agent"),
    city: text("city"),
    country: text("country"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("security_events_hour_key").on(t.orgId, t.kind, t.subjectKey, t.hour),
    index("security_events_last_idx").on(t.orgId, t.lastAt.desc(), t.id.desc()),
    index("security_events_kind_idx").on(t.orgId, t.kind, t.lastAt.desc(), t.id.desc()),
    index("security_events_purge_idx").on(t.lastAt),
  ],
);

/** That the Admins were told of something grave: at most once per kind and day. */
export const securityAlerts = pgTable(
  "security_alerts",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    /** In UTC. */
    day: date("day").notNull(),
    userId: uuid("user_id"),
    facts: jsonb("facts").$type<Facts>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.kind, t.day] })],
);

/** Signs that belong to no organization: attempts on accounts that do not exist, floods of sign-ups. For operators. */
export const abuseSigns = pgTable(
  "abuse_signs",
  { id: uuid("id").primaryKey(), ...countedPerHour() },
  (t) => [
    unique("abuse_signs_hour_key").on(t.kind, t.subjectKey, t.hour),
    index("abuse_signs_last_idx").on(t.lastAt),
  ],
);
