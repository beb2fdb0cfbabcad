import type pg from "pg";
import { DAY_MS } from "../plan/calendar";

type Input = {
  owner: pg.Client;
  orgId: string;
  shopId: string;
  /** When the demo was first made. */
  madeAt: Date;
};

const BOXES = [
  { name: "Kotak sambal bulanan", sku: "LG-SAMBAL", amountMinor: 5900, every: [1, "month"] },
  { name: "Rempah setiap dua bulan", sku: "LG-REMPAH", amountMinor: 4500, every: [2, "month"] },
  { name: "Kerepek pejabat mingguan", sku: "LG-KEREPEK", amountMinor: 8800, every: [1, "week"] },
] as const;

const STATUSES = [
  "active",
  "active",
  "active",
  "on_hold",
  "active",
  "cancelled",
  "trial",
  "active",
  "pending_cancel",
] as const;
const DUE: readonly string[] = ["active", "trial", "pending_cancel"];
const COUNT = 18;

/** What some buyers of the sample shop pay again and again; those that are there stay as they are. */
export async function ensureSubscriptions({ owner, orgId, shopId, madeAt }: Input): Promise<void> {
  const { rows: buyers } = await owner.query<{ customerId: string; identityId: string }>(
    `SELECT DISTINCT ON (c.orders_count, c.email) c.id AS "customerId", i.id AS "identityId"
     FROM customers c JOIN identities i ON i.org_id = c.org_id AND i.customer_id = c.id AND i.kind = 'email'
     WHERE c.org_id = $1 AND c.is_sample AND c.merged_into IS NULL AND c.deleted_at IS NULL
     ORDER BY c.orders_count DESC, c.email, i.value LIMIT $2`,
    [orgId, COUNT],
  );
  for (const [index, { customerId, identityId }] of buyers.entries()) {
    const box = BOXES[index % BOXES.length] ?? BOXES[0];
    const status = STATUSES[index % STATUSES.length] ?? "active";
    const startedAt = new Date(madeAt.getTime() - (12 + index * 7) * DAY_MS);
    const nextAt = DUE.includes(status)
      ? new Date(madeAt.getTime() + (2 + ((index * 5) % 27)) * DAY_MS)
      : null;
    const [count, unit] = box.every;
    const { name, sku, amountMinor } = box;
    const items = [{ name, sku, productExternalId: null, quantity: 1, totalMinor: amountMinor }];
    await owner.query(
      `INSERT INTO subscriptions (org_id, id, shop_id, external_id, number, customer_id, identity_id, status,
         source_status, currency, amount_minor, interval_count, interval_unit, started_at, next_payment_at,
         cancelled_at, payment_method, items, version_at, version_rank, version_hash, is_sample, created_at, updated_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $3, $4, $5, $6, $6, 'MYR', $7, $8, $9, $10, $11, $12, 'FPX', $13, $10, 0,
         '', true, $10, $10)
       ON CONFLICT (org_id, shop_id, external_id) DO NOTHING`,
      [
        ...[orgId, shopId, `L${101 + index}`, customerId, identityId, status, amountMinor, count, unit],
        ...[startedAt, nextAt, status === "cancelled" ? madeAt : null, JSON.stringify(items)],
      ],
    );
  }
}
