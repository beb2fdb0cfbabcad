import { BATCH_SIZE, type ReceivedDelivery } from "~/domain/deliveries/delivery.schema";
import { DEDUPE_MS, PURGE_BATCH, PURGE_PAUSE_MS, PURGE_WAIT_MS, READ_MAX_BYTES } from "./limits";

export type NewDelivery = Omit<ReceivedDelivery, "seq" | "isDuplicate" | "receivedAt" | "body"> & {
  /** Milliseconds since the epoch. */
  receivedAt: number;
  /** As received; null when it could not be kept as text. */
  body: ArrayBuffer | null;
};

const INSERT = `INSERT INTO deliveries
  (id, received_at, dedupe_key, topic, subject, source_shop, headers, body, body_bytes, body_hash, is_duplicate, unreadable)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_ONCE = `${INSERT} ON CONFLICT (dedupe_key) WHERE is_duplicate = 0 DO NOTHING RETURNING seq`;

/** Stores a delivery; one that was seen before leaves a light trace without body. */
export function storeDelivery(sql: SqlStorage, one: NewDelivery): "stored" | "duplicate" {
  const facts = [one.id, one.receivedAt, one.dedupeKey, one.topic, one.subject, one.sourceShop];
  const size = [one.bodyBytes, one.bodyHash];
  const stored = sql.exec(
    INSERT_ONCE,
    ...facts,
    JSON.stringify(one.headers),
    one.body,
    ...size,
    0,
    one.unreadable,
  );
  if (!stored.next().done) return "stored";
  sql.exec(INSERT, ...facts, "{}", null, ...size, 1, one.unreadable);
  return "duplicate";
}

type Row = {
  seq: number;
  id: string;
  received_at: number;
  dedupe_key: string;
  topic: string;
  subject: string | null;
  source_shop: string | null;
  headers: string;
  body: ArrayBuffer | null;
  body_bytes: number;
  body_hash: string;
  is_duplicate: number;
  unreadable: ReceivedDelivery["unreadable"];
};

export type DeliveryPage = { deliveries: ReceivedDelivery[]; nextSeq: number | null };

/**
 * Pending deliveries from `fromSeq` to `toSeq`, bounded by count and bytes but at
 * least one; `nextSeq` says where to go on, null at the end.
 */
export function readPending(sql: SqlStorage, fromSeq: number, toSeq: number): DeliveryPage {
  const rows = sql.exec<Row>(
    "SELECT * FROM deliveries WHERE is_pending = 1 AND seq BETWEEN ? AND ? ORDER BY seq LIMIT ?",
    fromSeq,
    toSeq,
    BATCH_SIZE + 1,
  );
  const deliveries: ReceivedDelivery[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += row.body_bytes;
    const isFull = deliveries.length === BATCH_SIZE || bytes > READ_MAX_BYTES;
    if (isFull && deliveries.length > 0) return { deliveries, nextSeq: row.seq };
    deliveries.push(toDelivery(row));
  }
  return { deliveries, nextSeq: null };
}

function toDelivery(row: Row): ReceivedDelivery {
  return {
    id: row.id,
    seq: row.seq,
    receivedAt: new Date(row.received_at).toISOString(),
    topic: row.topic,
    subject: row.subject,
    dedupeKey: row.dedupe_key,
    sourceShop: row.source_shop,
    headers: JSON.parse(row.headers),
    body: row.body === null ? null : new TextDecoder().decode(row.body),
    bodyBytes: row.body_bytes,
    bodyHash: row.body_hash,
    isDuplicate: row.is_duplicate === 1,
    unreadable: row.unreadable,
  };
}

/** Lets the bodies of confirmed deliveries go; their dedupe keys stay. */
export function releaseDeliveries(sql: SqlStorage, seqs: readonly number[]): void {
  sql.exec(
    `UPDATE deliveries SET is_pending = 0, headers = '{}', body = NULL
     WHERE is_pending = 1 AND seq IN (SELECT value FROM json_each(?))`,
    JSON.stringify(seqs),
  );
}

/**
 * Deletes a batch of rows whose dedupe time is over. The newest row stays, so
 * that no number is given twice. Answers when to come again, null for never.
 */
export function purgeDeliveries(sql: SqlStorage, now: number): number | null {
  const query =
    "SELECT received_at AS at FROM deliveries WHERE seq < (SELECT max(seq) FROM deliveries) ORDER BY seq LIMIT 1";
  const oldest = sql.exec<{ at: number }>(query).toArray()[0];
  if (!oldest) return null;
  const cutoff = now - DEDUPE_MS;
  if (oldest.at > cutoff) return oldest.at + DEDUPE_MS;
  const deleted = sql.exec(
    `DELETE FROM deliveries WHERE seq IN (SELECT seq FROM deliveries ORDER BY seq LIMIT ?)
       AND is_pending = 0 AND received_at <= ? AND seq < (SELECT max(seq) FROM deliveries)`,
    PURGE_BATCH,
    cutoff,
  );
  return now + (deleted.rowsWritten > 0 ? PURGE_PAUSE_MS : PURGE_WAIT_MS);
}
