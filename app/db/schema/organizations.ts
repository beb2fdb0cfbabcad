import { sql } from "drizzle-orm";
import {
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { createdAt, id, instant, updatedAt } from "./columns";

export type OrganizationDetails = {
  registrationNumber?: string;
  phone?: string;
  website?: string;
  address?: string;
};

export const organizations = pgTable(
  "organizations",
  {
    id: uuid("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    details: jsonb("details").$type<OrganizationDetails>().notNull().default({}),
    /** IANA zone in which days begin and times are shown. */
    timeZone: text("time_zone").notNull().default("Asia/Kuala_Lumpur"),
    currency: text("currency").notNull().default("MYR"),
    language: text("language").notNull().default("en"),
    state: text("state").notNull().default("active"),
    /** An active Admin: the first one, until the ownership is transferred. Triggers keep it so. */
    ownerId: uuid("owner_id").references(() => users.id),
    /** Which members must have a second factor. */
    secondFactorRule: text("second_factor_rule").notNull().default("nobody"),
    /** While it is closing: when everything it has is deleted. */
    closesAt: instant("closes_at"),
    /** Whose account closes with it; null when an Admin closed the organization itself. */
    closesWith: uuid("closes_with"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("organizations_slug_key").on(t.slug),
    check("organizations_slug_form", sql`${t.slug} ~ '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$'`),
    check("organizations_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("organizations_language", sql`${t.language} in ('en', 'ms')`),
    check(
      "organizations_second_factor_rule",
      sql`${t.secondFactorRule} in ('nobody', 'admins', 'everybody')`,
    ),
    check("organizations_state", sql`${t.state} in ('active', 'closing', 'closed')`),
    check("organizations_closes_at", sql`${t.state} <> 'closing' or ${t.closesAt} is not null`),
    index("organizations_closes_idx").on(t.closesAt).where(sql`closes_at is not null`),
  ],
);

/** Written by functions only, which keep an Admin and an owner in every organization. */
export const memberships = pgTable(
  "memberships",
  {
    orgId: uuid("org_id")
      .notNull()
      .default(sql`app_org_id()`)
      .references(() => organizations.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    state: text("state").notNull().default("active"),
    createdAt: createdAt(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.userId] }),
    index("memberships_user_id_idx").on(t.userId),
    check("memberships_role", sql`${t.role} in ('admin', 'manager', 'analyst', 'member', 'viewer')`),
    check("memberships_state", sql`${t.state} in ('active', 'suspended', 'removed')`),
  ],
);

/** Open invitations by mail. One that was accepted or withdrawn is gone; the audit log remembers it. */
export const invitations = pgTable(
  "invitations",
  {
    orgId: uuid("org_id")
      .notNull()
      .default(sql`app_org_id()`)
      .references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    /** Lower case. */
    email: text("email").notNull(),
    role: text("role").notNull(),
    /** Hex SHA-256 of the token in the link. */
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by").references(() => users.id, { onDelete: "set null" }),
    /** How often it was mailed. */
    sends: smallint("sends").notNull().default(1),
    sentAt: instant("sent_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex("invitations_email_key").on(t.orgId, t.email),
    uniqueIndex("invitations_token_hash_key").on(t.tokenHash),
    index("invitations_email_idx").on(t.email),
    check("invitations_email_lower", sql`${t.email} = lower(${t.email})`),
    check("invitations_role", sql`${t.role} in ('admin', 'manager', 'analyst', 'member', 'viewer')`),
  ],
);
