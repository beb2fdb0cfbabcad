import { REFUSALS_KEPT_MS } from "./limits";

export type RefusalReason = "bad_signature" | "not_configured" | "switched_off";
/** `minute` is the start of the minute in milliseconds since the epoch. */
export type RefusalCount = { minute: number; reason: RefusalReason; count: number };

const MINUTE_MS = 60_000;

/** Counts a request that was turned away; nothing else of it is kept. */
export function countRefusal(sql: SqlStorage, reason: RefusalReason, now: number): void {
  sql.exec(
    "INSERT INTO refusals VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
    now - (now % MINUTE_MS),
    reason,
  );
}

/** Counts of minutes that are over, oldest first. They stay until `forgetRefusals`, so collecting twice is safe. */
export function listRefusals(sql: SqlStorage, now: number): RefusalCount[] {
  const query = "SELECT minute, reason, count FROM refusals WHERE minute < ? ORDER BY minute LIMIT 500";
  return sql.exec<RefusalCount>(query, now - (now % MINUTE_MS)).toArray();
}

/** Forgets the minutes up to and with `throughMinute`. */
export function forgetRefusals(sql: SqlStorage, throughMinute: number): void {
  sql.exec("DELETE FROM refusals WHERE minute <= ?", throughMinute);
}

/** Forgets what nobody collected for a day. */
export function purgeRefusals(sql: SqlStorage, now: number): void {
  forgetRefusals(sql, now - REFUSALS_KEPT_MS);
}
