import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { createdAt, instant } from "./columns";

const userId = () =>
  uuid("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** A user's authenticator app. Like all tables of this file reached through functions only. */
export const totpFactors = pgTable(
  "totp_factors",
  {
    userId: userId().primaryKey(),
    /** The secret is sealed for this id. */
    id: uuid("id").notNull(),
    /** 20 random bytes in base64, sealed. */
    sealed: text("sealed").notNull(),
    /** Counts from here on; before, it waits for its first code. */
    confirmedAt: instant("confirmed_at"),
    /** The 30-second step of the last code that was taken: no code is taken twice. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("totp_factors_id_key").on(t.id)],
);

export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid("id").primaryKey(),
    userId: userId(),
    /** Base64url, as the browser names it. */
    credentialId: text("credential_id").notNull(),
    /** COSE key in base64url. */
    publicKey: text("public_key").notNull(),
    /** 0 for ever where the device does not count. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull(),
    /** Kept by the person's account with the device's maker, beyond this one device. */
    isBackedUp: boolean("is_backed_up").notNull(),
    name: text("name").notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [
    uniqueIndex("passkeys_credential_id_key").on(t.credentialId),
    index("passkeys_user_id_idx").on(t.userId),
    check("passkeys_counter", sql`${t.counter} >= 0`),
  ],
);

/** Ten ways in without the device, each for one time; of a code only its hash is kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: userId(),
    codeHash: text("code_hash").notNull(),
    createdAt: createdAt(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** What is signed for one use and was used, until it would have expired anyway. */
export const spentTokens = pgTable(
  "spent_tokens",
  { token: text("token").primaryKey(), expiresAt: instant("expires_at").notNull() },
  (t) => [index("spent_tokens_expires_at_idx").on(t.expiresAt)],
);

/** A request of somebody who lost every second factor: it counts after a waiting time. */
export const factorResets = pgTable(
  "factor_resets",
  {
    id: uuid("id").primaryKey(),
    userId: userId(),
    /** Hex SHA-256 of the token in the mail. */
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    linkExpiresAt: instant("link_expires_at").notNull(),
    /** Set when the link is used: from then on the person may set up anew. */
    effectiveAt: instant("effective_at"),
    cancelledAt: instant("cancelled_at"),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    uniqueIndex("factor_resets_token_hash_key").on(t.tokenHash),
    index("factor_resets_user_id_idx").on(t.userId),
    uniqueIndex("factor_resets_waiting_key")
      .on(t.userId)
      .where(sql`effective_at is not null and cancelled_at is null and finished_at is null`),
  ],
);
