import * as z from "zod";
import type { BuiltApp } from "../../setup/built-app";
import type { AppMember } from "./app-member";

/** `$2`: the connection. Its past is being read, two days were counted, and it has been silent for long. */
const TOLD = [
  `UPDATE connections SET state = 'live', last_delivery_at = now() - interval '2 days' WHERE (org_id, id) = ($1, $2)`,
  `INSERT INTO connection_credentials (org_id, connection_id, kind, sealed, account)
     SELECT $1, $2, 'woocommerce', '1.none', 'kedai.my'`,
  `INSERT INTO shop_polls (org_id, connection_id, polled_at, next_poll_at, counted_at, next_count_at)
     SELECT $1, $2, now(), now() + interval '1 day', now(), now() + interval '1 day'`,
  `INSERT INTO jobs (org_id, id, kind, state, parameters, cursor, done, total, created_by, created_at, started_at)
     VALUES ($1, gen_random_uuid(), 'backfill', 'running', jsonb_build_object('connectionId', $2::uuid), '{}',
       1200, 48000, (SELECT owner_id FROM organizations WHERE id = $1), now() - interval '5 minutes', now() - interval '5 minutes')`,
  `INSERT INTO receipts (org_id, connection_id, day, currency, shop_count, shop_minor, own_count, own_minor, missing,
       differing, checked_at)
     SELECT $1, $2, current_date - days, currency, 1280, 1234567890, 1278, 1234500000, 2 - days, 1, now()
     FROM generate_series(1, 2) days, unnest('{MYR,SGD}'::text[]) currency`,
  `INSERT INTO receipt_gaps (org_id, connection_id, external_id, kind, number, day, currency, shop_minor, own_minor,
       found_at)
     SELECT $1, $2, kind, kind, '#' || repeat('10', 20), current_date - 1, 'MYR', 1234567, own, now()
     FROM (VALUES ('missing', NULL::bigint), ('differing', 1234500)) gap (kind, own)`,
  `INSERT INTO unread_records (org_id, connection_id, kind, external_id, reason, detail, seen_at)
     SELECT $1, $2, kind, repeat('9', 40), 'unmappable', 'line_items.0.' || repeat('quantity.', 20), now()
     FROM unnest('{order,customer}'::text[]) kind`,
  `INSERT INTO connection_watches (org_id, connection_id, rhythm, next_look_at)
     SELECT $1, $2, '{"perDay": 1234.5}', now() + interval '1 day'`,
  `INSERT INTO connection_hours (org_id, connection_id, hour, received, failed, needs_attention, timed, lag_sum_ms,
       lag_max_ms)
     SELECT $1, $2, date_trunc('hour', now()), 50, 1, 2, 47, 47000, 60000`,
  `INSERT INTO silences (org_id, connection_id, since, noticed_at, one_in, once_in_weeks, webhooks)
     SELECT $1, $2, now() - interval '2 days', now(), 1000000, 520, 'switched_off'`,
];

/** The page of a WooCommerce shop of which everything is told that its interface and its rhythm tell of a shop. */
export async function connectAskedShop(app: BuiltApp, admin: AppMember): Promise<string> {
  const fields = { platform: "woocommerce", name: "Kedai yang ditanya" };
  const answer = await admin.submit(`/o/${admin.slug}/connections/new`, fields);
  const page = z.string().parse(answer.headers.get("Location"));
  const values = [admin.orgId, z.uuid().parse(page.split("/").at(-1))];
  for (const statement of TOLD) await app.database.owner.query(statement, values);
  return page;
}
