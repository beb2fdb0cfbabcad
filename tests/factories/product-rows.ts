import { randomUUID } from "node:crypto";
import type pg from "pg";

export type ProductRow = {
  shopId: string;
  externalId?: string;
  parentExternalId?: string | null;
  name?: string;
  sku?: string | null;
  currency?: string | null;
  stock?: string;
  deletedAt?: string | null;
};

/** Writes a product of RM 19.90 as a shop would tell of one. */
export async function createProductRow(
  { owner }: { owner: pg.Pool },
  orgId: string,
  row: ProductRow,
): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO products (org_id, id, shop_id, external_id, parent_external_id, name, sku, price_minor, currency,
       status, stock, stock_quantity, version_at, version_hash, deleted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 1990, $8, 'active', $9, 4, '2026-11-01T02:00:00Z', '', $10)`,
    [
      orgId,
      id,
      row.shopId,
      row.externalId ?? id,
      row.parentExternalId ?? null,
      row.name ?? "Sambal",
      row.sku ?? null,
      row.currency ?? null,
      row.stock ?? "in_stock",
      row.deletedAt ?? null,
    ],
  );
  return id;
}
