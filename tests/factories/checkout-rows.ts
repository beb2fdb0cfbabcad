import { randomUUID } from "node:crypto";
import type pg from "pg";

export type CheckoutRow = {
  shopId: string;
  customerId?: string | null;
  number?: string;
  state?: "open" | "recovered" | "completed";
  email?: string | null;
  name?: string;
  totalMinor?: number;
  activeAt?: string;
  orderId?: string | null;
};

const HOUR_MS = 3_600_000;

/** Writes a checkout as a shop would tell of one: RM 39, left at `activeAt` by somebody who is no customer. */
export async function createCheckout(
  { owner }: { owner: pg.Pool },
  orgId: string,
  row: CheckoutRow,
): Promise<string> {
  const id = randomUUID();
  const { state = "open", activeAt = "2026-11-20T00:00:00.000Z", email = null, name = "Nur Aisyah" } = row;
  const items = [{ name: "Kopi", sku: "KOPI", productExternalId: "9", quantity: 1, totalMinor: 3900 }];
  const person = { platformId: null, email, phone: null, name, company: null, address: null };
  const hourLater = new Date(Date.parse(activeAt) + HOUR_MS);
  const completedAt = state === "open" ? null : new Date(Date.parse(activeAt) + 2 * HOUR_MS);
  await owner.query(
    `INSERT INTO checkouts (org_id, id, shop_id, external_id, number, customer_id, person_key, email, contact, currency,
       total_minor, items, state, started_at, visits, active_at, abandoned_at, completed_at, order_id, version_at,
       version_hash)
     VALUES ($1, $2::uuid, $3, $2::text, $4, $5, 'email||' || $6, $6, $7, 'MYR', $8, $9, $10, $11, $12, $11, $13, $14,
       $15, $11, 'hash')`,
    [
      ...[orgId, id, row.shopId, row.number ?? "#C-1", row.customerId ?? null, email],
      JSON.stringify({ person, shippingAddress: null }),
      ...[row.totalMinor ?? 3900, JSON.stringify(items), state, activeAt],
      JSON.stringify([{ from: activeAt, to: activeAt }]),
      ...[state === "completed" ? null : hourLater, completedAt, row.orderId ?? null],
    ],
  );
  return id;
}
