import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt } from "./columns";

/** Reached by the app role through SECURITY DEFINER functions only: no tenant is known yet. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    /** Lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    /** 1: bcrypt over base64(SHA-384(password)). */
    passwordScheme: smallint("password_scheme").notNull(),
    emailVerifiedAt: instant("email_verified_at"),
    adultConfirmedAt: instant("adult_confirmed_at").notNull(),
    policyVersion: text("policy_version").notNull(),
    policyAcceptedAt: instant("policy_accepted_at").notNull(),
    language: text("language").notNull().default("en"),
    theme: text("theme").notNull().default("system"),
    /** While the account is closing: when it is deleted. */
    closesAt: instant("closes_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(t.email),
    index("users_closes_idx").on(t.closesAt).where(sql`closes_at is not null`),
    index("users_unverified_idx").on(t.updatedAt).where(sql`${t.emailVerifiedAt} is null`),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
    check("users_language", sql`${t.language} in ('en', 'ms')`),
    check("users_theme", sql`${t.theme} in ('light', 'dark', 'system')`),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    endReason: text("end_reason"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    city: text("city"),
    country: text("country"),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    /** When the person last proved again that it is them; the log-in itself counts too. */
    reauthenticatedAt: instant("reauthenticated_at"),
    /** A browser or place that the user had not logged in from before, though from others. */
    isNewDevice: boolean("is_new_device").notNull().default(false),
  },
  (t) => [index("sessions_user_id_idx").on(t.userId), index("sessions_expires_at_idx").on(t.expiresAt)],
);

/** Browsers and places that a user logged in from, as a hash with the user's id in it. */
export const knownDevices = pgTable(
  "known_devices",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    deviceHash: text("device_hash").notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.deviceHash] }),
    index("known_devices_last_seen_idx").on(t.lastSeenAt),
  ],
);

/** One-use links sent by email; only the SHA-256 of the token is kept. */
export const emailTokens = pgTable(
  "email_tokens",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text("purpose").notNull(),
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    /** Who proves with a reset that the mailbox is theirs is known at this address from then on. */
    usedIp: text("used_ip"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("email_tokens_token_hash_key").on(t.tokenHash),
    index("email_tokens_user_id_idx").on(t.userId),
    index("email_tokens_expires_at_idx").on(t.expiresAt),
    // An address that a change of email left behind is kept for whoever may take it back.
    index("email_tokens_undo_idx").on(t.email).where(sql`${t.purpose} = 'undo_email_change'`),
    check(
      "email_tokens_purpose",
      sql`${t.purpose} in ('verify_email', 'reset_password', 'change_email', 'undo_email_change')`,
    ),
  ],
);
