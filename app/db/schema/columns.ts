import { sql } from "drizzle-orm";
import { bigint, boolean, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * The tenant. Its default is the organization that `enter` or `enter_job` set for
 * the transaction, so an insert cannot name another one: the policy refuses it.
 */
export const orgId = () => uuid("org_id").notNull().default(sql`app_org_id()`);

/** uuidv7, made in the app so that a retried write meets itself. */
export const id = () => uuid("id").notNull();

/** UTC instant with microseconds, as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();

/** In the trash since; purged 30 days later. */
export const deletedAt = () => instant("deleted_at");

/** Who put it there; null where a shop, a merge or the program did. */
export const deletedBy = () => uuid("deleted_by");

/** Integer minor units of the currency beside it. */
export const minor = (name: string) => bigint(name, { mode: "number" });

/** Demo rows: marked on screen, never messaged, removable in one click. */
export const isSample = () => boolean("is_sample").notNull().default(false);
