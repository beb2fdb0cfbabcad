import { randomUUID } from "node:crypto";
import type pg from "pg";

export type SubscriptionRow = {
  shopId: string;
  customerId?: string | null;
  identityId?: string | null;
  number?: string;
  status?: string;
  currency?: string;
  amountMinor?: number;
  startedAt?: string;
  nextPaymentAt?: string | null;
  deletedAt?: string | null;
};

/** Writes a monthly subscription as a shop would tell of one. */
export async function createSubscription(
  { owner }: { owner: pg.Pool },
  orgId: string,
  row: SubscriptionRow,
): Promise<string> {
  const id = randomUUID();
  const items = [
    { name: "Kopi bulanan", sku: "KOPI", productExternalId: "9", quantity: 1, totalMinor: 3900 },
  ];
  await owner.query(
    `INSERT INTO subscriptions (org_id, id, shop_id, external_id, number, customer_id, identity_id, status,
       source_status, currency, amount_minor, interval_count, interval_unit, started_at, next_payment_at, items,
       version_at, version_rank, version_hash, deleted_at)
     VALUES ($1, $2::uuid, $3, $2::text, $4, $5, $6, $7, $7, $8, $9, 1, 'month', $10, $11, $12, $10, 0, 'hash', $13)`,
    [
      orgId,
      id,
      row.shopId,
      row.number ?? "S-1",
      row.customerId ?? null,
      row.identityId ?? null,
      row.status ?? "active",
      row.currency ?? "MYR",
      row.amountMinor ?? 3900,
      row.startedAt ?? "2026-11-01T02:00:00Z",
      row.nextPaymentAt ?? null,
      JSON.stringify(items),
      row.deletedAt ?? null,
    ],
  );
  return id;
}
