import { randomUUID } from "node:crypto";
import type { OrderContact } from "~/db/schema/orders";
import type { TestDatabase } from "../setup/database";

export type OrderRow = {
  shopId: string;
  customerId?: string | null;
  number?: string;
  externalId?: string;
  status?: string;
  currency?: string;
  totalMinor?: number;
  placedAt?: string;
  isTest?: boolean;
  isSample?: boolean;
  removedAt?: string | null;
  deletedAt?: string | null;
  contact?: OrderContact | null;
  /** Names of its items, one piece each. */
  items?: string[];
};

/** Writes an order as ingestion would leave one. */
export async function createOrder({ owner }: TestDatabase, orgId: string, row: OrderRow): Promise<string> {
  const id = randomUUID();
  const { number = "1024", externalId = id, status = "paid", currency = "MYR", totalMinor = 5000 } = row;
  await owner.query(
    `INSERT INTO orders (org_id, id, shop_id, customer_id, external_id, number, status, source_status, currency,
       total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test, is_cash_on_delivery,
       contact, version_at, version_rank, version_hash, is_sample, removed_at, deleted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, 0, 0, 0, $9, $10, $11, false, $12, $10, 4, 'hash', $13, $14, $15)`,
    [
      orgId,
      id,
      row.shopId,
      row.customerId ?? null,
      externalId,
      number,
      status,
      currency,
      totalMinor,
      row.placedAt ?? "2026-11-20T02:00:00Z",
      row.isTest ?? false,
      row.contact ? JSON.stringify(row.contact) : null,
      row.isSample ?? false,
      row.removedAt ?? null,
      row.deletedAt ?? null,
    ],
  );
  for (const [position, name] of (row.items ?? []).entries()) {
    await owner.query(
      `INSERT INTO order_items (org_id, order_id, position, external_id, name, quantity, total_minor, tax_minor)
       VALUES ($1, $2, $3, $4, $5, 1, $6, 0)`,
      [orgId, id, position, String(position), name, totalMinor],
    );
  }
  return id;
}
