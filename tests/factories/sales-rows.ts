import { randomUUID } from "node:crypto";
import type { TestDatabase } from "../setup/database";
import { createConnectedShop } from "./connected-shop";

export type SaleRow = {
  /** ISO 8601 instant. */
  placedAt: string;
  totalMinor: number;
  refundedMinor?: number;
  currency?: string;
  status?: string;
  isTest?: boolean;
  isRemoved?: boolean;
  customerId?: string | null;
};

/** Hand-made rows of one organization, for tests that read rather than ingest. */
export async function createSalesRows(database: TestDatabase, orgId: string) {
  const run = (statement: string, values: unknown[]) => database.owner.query(statement, values);
  const { shopId } = await createConnectedShop(run, { orgId });
  return {
    shopId,
    async addCustomer(name: string): Promise<string> {
      const id = randomUUID();
      await run("INSERT INTO customers (org_id, id, name, sort_name) VALUES ($1, $2, $3, $4)", [
        orgId,
        id,
        name,
        name.toLowerCase(),
      ]);
      return id;
    },
    async addOrder(order: SaleRow): Promise<string> {
      const id = randomUUID();
      await run(
        `INSERT INTO orders (org_id, id, shop_id, external_id, number, customer_id, status, source_status, currency,
           total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, refunded_minor, placed_at, is_test,
           is_cash_on_delivery, version_at, version_rank, version_hash, removed_at)
         VALUES ($1, $2::uuid, $3, $2::text, $4, $5, $6, $6, $7, $8, 0, 0, 0, $8, $9, $10, $11, false, $10, 0, '',
           CASE WHEN $12 THEN now() END)`,
        [
          orgId,
          id,
          shopId,
          id.slice(0, 6),
          order.customerId ?? null,
          order.status ?? "paid",
          order.currency ?? "MYR",
          order.totalMinor,
          order.refundedMinor ?? 0,
          order.placedAt,
          order.isTest ?? false,
          order.isRemoved ?? false,
        ],
      );
      return id;
    },
  };
}
