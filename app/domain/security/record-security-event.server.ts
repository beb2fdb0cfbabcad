import type { HttpDatabase } from "~/db/client";
import { fromDatabaseError } from "~/db/database-error";
import { type SecurityEvent, securityEvent } from "./security-event";

/**
 * Keeps a sign of fraud or abuse outside of an organization's batch: a failed
 * log-in, a flood. Shown to the Admins of `orgId`, or of every organization of
 * `userId`; one that belongs to no organization is for operators. Call it after
 * the answer is out (`ports.later`), so that it costs the visitor nothing.
 */
export async function recordSecurityEvent(
  ctx: { db: HttpDatabase; newId: () => string; now?: () => Date },
  event: SecurityEvent,
): Promise<void> {
  const acting = { newId: ctx.newId, now: ctx.now ?? (() => new Date()) };
  try {
    await ctx.db.execute(securityEvent(acting, event));
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
