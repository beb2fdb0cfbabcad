import { BATCH_SIZE } from "~/domain/deliveries/delivery.schema";
import { LONGEST_RETRY_MS, RANGE_MAX_BYTES, RANGES_PER_ALARM } from "./limits";

/** Deliveries handed to the queue together, until every one of them is confirmed. */
export type HandOn = { fromSeq: number; toSeq: number };

const LAST_HANDED_ON = "SELECT coalesce(max(to_seq), 0) FROM hand_ons";

/**
 * Cuts pending deliveries that belong to no range yet into ranges, bounded by
 * count and bytes. A range lives as long as one of its deliveries is pending, so
 * what lies behind the last range is new.
 */
export function formRanges(sql: SqlStorage, now: number): void {
  const rows = sql
    .exec<{ seq: number; body_bytes: number }>(
      `SELECT seq, body_bytes FROM deliveries WHERE is_pending = 1 AND seq > (${LAST_HANDED_ON})
       ORDER BY seq LIMIT ?`,
      BATCH_SIZE * RANGES_PER_ALARM,
    )
    .toArray();
  for (const { fromSeq, toSeq } of cutRanges(rows)) {
    sql.exec("INSERT INTO hand_ons VALUES (?, ?, 0, ?)", fromSeq, toSeq, now);
  }
}

type Range = HandOn & { count: number; bytes: number };

function cutRanges(rows: readonly { seq: number; body_bytes: number }[]): Range[] {
  const ranges: Range[] = [];
  for (const { seq, body_bytes } of rows) {
    const last = ranges.at(-1);
    if (last && last.count < BATCH_SIZE && last.bytes + body_bytes <= RANGE_MAX_BYTES) {
      last.toSeq = seq;
      last.count += 1;
      last.bytes += body_bytes;
    } else {
      ranges.push({ fromSeq: seq, toSeq: seq, count: 1, bytes: body_bytes });
    }
  }
  return ranges;
}

/** Ranges to hand on now. One that is due later than any wait can be was timed by a clock that has since stepped back. */
export function listDueRanges(sql: SqlStorage, now: number): HandOn[] {
  return sql
    .exec<HandOn>(
      `SELECT from_seq AS fromSeq, to_seq AS toSeq FROM hand_ons WHERE due_at <= ? OR due_at > ?
       ORDER BY from_seq LIMIT ?`,
      now,
      now + LONGEST_RETRY_MS,
      RANGES_PER_ALARM,
    )
    .toArray();
}

/** Counts a hand-on that was sent and sets when it is repeated unless it is confirmed: ever later. */
export function postponeRanges(
  sql: SqlStorage,
  ranges: readonly HandOn[],
  now: number,
  firstRetryMs: number,
): void {
  sql.exec(
    `UPDATE hand_ons SET attempts = attempts + 1, due_at = ? + min(? * (1 << min(attempts, 20)), ?)
     WHERE from_seq IN (SELECT value FROM json_each(?))`,
    now,
    firstRetryMs,
    LONGEST_RETRY_MS,
    JSON.stringify(ranges.map(({ fromSeq }) => fromSeq)),
  );
}

/** Ends the ranges between two deliveries that have nothing pending left. */
export function endRanges(sql: SqlStorage, fromSeq: number, toSeq: number): void {
  sql.exec(
    `DELETE FROM hand_ons WHERE to_seq >= ? AND from_seq <= ? AND NOT EXISTS
       (SELECT 1 FROM deliveries d WHERE d.is_pending = 1 AND d.seq BETWEEN hand_ons.from_seq AND hand_ons.to_seq)`,
    fromSeq,
    toSeq,
  );
}

/** When to look again: now if something waits for its first hand-on, else at the next repetition; null for never. */
export function nextHandOnAt(sql: SqlStorage, now: number): number | null {
  const query = `SELECT min(due_at) AS due, EXISTS
    (SELECT 1 FROM deliveries WHERE is_pending = 1 AND seq > (${LAST_HANDED_ON})) AS isWaiting FROM hand_ons`;
  const { due, isWaiting } = sql.exec<{ due: number | null; isWaiting: number }>(query).one();
  return isWaiting === 1 ? now : due;
}
