/**
 * An inbox's tables. A delivery is pending until its consumer confirmed it; its
 * body leaves then, and the row stays for its dedupe key. Duplicates are rows
 * without a body, so the key is unique among the others alone.
 */
export function createInboxTables(sql: SqlStorage): void {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS deliveries (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      dedupe_key TEXT NOT NULL,
      topic TEXT NOT NULL,
      subject TEXT,
      source_shop TEXT,
      headers TEXT NOT NULL,
      body BLOB,
      body_bytes INTEGER NOT NULL,
      body_hash TEXT NOT NULL,
      is_duplicate INTEGER NOT NULL,
      unreadable TEXT,
      is_pending INTEGER NOT NULL DEFAULT 1
    );
    CREATE UNIQUE INDEX IF NOT EXISTS deliveries_key ON deliveries (dedupe_key) WHERE is_duplicate = 0;
    CREATE INDEX IF NOT EXISTS deliveries_pending ON deliveries (seq, body_bytes) WHERE is_pending = 1;
    CREATE TABLE IF NOT EXISTS hand_ons (
      from_seq INTEGER PRIMARY KEY,
      to_seq INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      due_at INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS refusals (
      minute INTEGER NOT NULL,
      reason TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (minute, reason)
    ) WITHOUT ROWID;
  `);
}
