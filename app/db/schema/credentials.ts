import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, orgId, updatedAt } from "./columns";
import { connections } from "./connections";

/** What lets us speak to a shop's API in the seller's name: at most one set per connection. */
export const connectionCredentials = pgTable(
  "connection_credentials",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    kind: text("kind").notNull(),
    /** The keys as JSON, sealed with AES-256-GCM for this row. */
    sealed: text("sealed").notNull(),
    /** What the shop allows us with them, in the platform's own words. */
    scopes: text("scopes").array().notNull().default(sql`'{}'`),
    /** Whose they are: a shop's domain, the address of a site, an account's name. */
    account: text("account").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    lastUsedAt: instant("last_used_at"),
    /** Since when the shop refuses them, and the text key that says why. */
    brokenAt: instant("broken_at"),
    brokenReason: text("broken_reason"),
    /** How the shop's webhooks were when we last asked; null before that. */
    webhooksState: text("webhooks_state"),
    webhooksCheckedAt: instant("webhooks_checked_at"),
    /** Topics for which the shop gives us no permission: that they are missing is known. */
    webhooksRefused: text("webhooks_refused").array().notNull().default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    check("connection_credentials_kind", sql`${t.kind} in ('woocommerce', 'shopify', 'onpay')`),
    check(
      "connection_credentials_webhooks",
      sql`${t.webhooksState} in ('registered', 'missing', 'switched_off')`,
    ),
  ],
);

/** A connection that waits for the shop's owner to allow us in: a state that counts once, and not for long. */
export const connectionHandovers = pgTable(
  "connection_handovers",
  {
    orgId: orgId(),
    connectionId: uuid("connection_id").notNull(),
    kind: text("kind").notNull(),
    /** SHA-256 of the state that the shop brings back. */
    stateHash: text("state_hash").notNull(),
    /** Who began, and in which session. */
    userId: uuid("user_id").notNull(),
    sessionId: uuid("session_id").notNull(),
    account: text("account").notNull(),
    /** What is needed to finish, sealed for this row; null where that is nothing. */
    sealed: text("sealed"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId] }),
    foreignKey({
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete("cascade"),
    uniqueIndex("connection_handovers_state_key").on(t.stateHash),
    check("connection_handovers_kind", sql`${t.kind} in ('woocommerce', 'shopify')`),
  ],
);
