import { DurableObject } from "cloudflare:workers";
import type { KeptMail } from "~/integrations/email/mailbox";
import type { Mail } from "~/lib/mail";

const KEPT = 100;

/**
 * Where mail goes in development and tests: the last hundred, newest first. It
 * refuses to hold any where the configuration sends real mail.
 */
export class DevMailbox extends DurableObject<Env> {
  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    state.storage.sql.exec(`
      CREATE TABLE IF NOT EXISTS mails (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        sent_at TEXT NOT NULL,
        mail TEXT NOT NULL
      )`);
  }

  /** Keeps a mail once per idempotency key. */
  keep(mail: Mail, now: Date = new Date()): void {
    this.#requireMailbox();
    const { sql } = this.ctx.storage;
    sql.exec(
      "INSERT INTO mails (key, sent_at, mail) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
      mail.idempotencyKey,
      now.toISOString(),
      JSON.stringify(mail),
    );
    sql.exec("DELETE FROM mails WHERE id <= (SELECT max(id) FROM mails) - ?", KEPT);
  }

  list(): KeptMail[] {
    this.#requireMailbox();
    const rows = this.ctx.storage.sql.exec<{ id: number; sent_at: string; mail: string }>(
      "SELECT id, sent_at, mail FROM mails ORDER BY id DESC",
    );
    return [...rows].map((row) => ({ ...(JSON.parse(row.mail) as Mail), id: row.id, sentAt: row.sent_at }));
  }

  #requireMailbox(): void {
    if (this.env.MAIL_PROVIDER !== "mailbox") throw new Error("this configuration has no mailbox");
  }
}
