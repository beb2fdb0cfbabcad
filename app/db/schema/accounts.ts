import { sql } from "drizzle-orm";
import { check, index, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
  },
  (t) => [index("sessions_user_id_idx").on(t.userId)],
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
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("email_tokens_token_hash_key").on(t.tokenHash),
    index("email_tokens_user_id_idx").on(t.userId),
    check("email_tokens_purpose", sql`${t.purpose} in ('verify_email')`),
  ],
);
