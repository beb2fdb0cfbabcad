import { randomUUID } from "node:crypto";
import type { Pool } from "pg";

/**
 * Copies of what is known of a customer wherever the organization keeps some: in a
 * note, the audit log, a change of many records, an import, an export and the
 * reasons of their orders' refunds, each with `word`, and in views that look for `contacts`.
 */
export async function keepCopies(
  owner: Pool,
  copies: { orgId: string; customerId: string; word: string; contacts: readonly string[] },
): Promise<void> {
  const { orgId, customerId, word, contacts } = copies;
  const [by, change, file] = [randomUUID(), randomUUID(), randomUUID()];
  const doc = JSON.stringify({ name: word });
  const run = (text: string, ...values: unknown[]) => owner.query(text, [orgId, ...values]);
  await owner.query(
    `SELECT set_config('app.org_id', $1, false), audit_append($2, now(), 'user', $3, 'customer.corrected', 'customer', $4,
       NULL, '{}', $5, $5), set_config('app.org_id', '', false)`,
    [orgId, randomUUID(), by, customerId, doc],
  );
  for (const value of contacts) {
    const state = { q: "", filter: { v: 1, match: "all", rules: [{ field: "email", op: "is", value }] } };
    await run(
      `WITH kept AS (INSERT INTO views (org_id, id, noun, name, state) VALUES ($1, $2, 'customers', 'Mine', $3)
         RETURNING org_id, id)
       INSERT INTO list_layouts (org_id, user_id, noun, default_view_id)
         SELECT m.org_id, m.user_id, 'customers', kept.id FROM kept JOIN memberships m ON m.org_id = kept.org_id LIMIT 1
         ON CONFLICT DO NOTHING`,
      randomUUID(),
      JSON.stringify(state),
    );
  }
  await run(
    "INSERT INTO notes (org_id, id, customer_id, body, author_id) VALUES ($1, $2, $3, $4, $5)",
    randomUUID(),
    customerId,
    word,
    by,
  );
  await run(
    `INSERT INTO bulk_changes (org_id, id, noun, kind, created_by, expires_at)
     VALUES ($1, $2, 'customer', 'set_field', $3, now() + interval '30 days')`,
    change,
    by,
  );
  await run(
    "INSERT INTO bulk_change_rows (org_id, change_id, record_id, outcome, before) VALUES ($1, $2, $3, 'changed', $4)",
    change,
    customerId,
    doc,
  );
  await run(
    `INSERT INTO imports (org_id, id, noun, file_name, file_size, content_hash, columns, header_hash, state, rehearsal,
       created_by, expires_at)
     VALUES ($1, $2, 'customers', 'pelanggan.csv', 60, $3, '["Nama"]', $3, 'done', $4, $5, now() + interval '7 days')`,
    file,
    "0".repeat(64),
    JSON.stringify({ examples: [word] }),
    by,
  );
  await run(
    "INSERT INTO import_rows (org_id, import_id, row, outcome, record_id, before) VALUES ($1, $2, 1, 'changed', $3, $4)",
    file,
    customerId,
    doc,
  );
  await run(
    "INSERT INTO import_drafts (org_id, import_id, key, value) VALUES ($1, $2, $3, $4)",
    file,
    word,
    doc,
  );
  await run(
    `INSERT INTO jobs (org_id, id, kind, state, created_by, result, expires_at)
     VALUES ($1, $2, 'list_export', 'done', $3, '{}', now() + interval '7 days')`,
    randomUUID(),
    by,
  );
  await run(
    `INSERT INTO refunds (org_id, id, shop_id, order_external_id, order_id, external_id, amount_minor, currency, reason)
     SELECT org_id, gen_random_uuid(), shop_id, external_id, id, 'refund ' || external_id, 100, currency, $3
     FROM orders WHERE org_id = $1 AND customer_id = $2`,
    customerId,
    word,
  );
}
