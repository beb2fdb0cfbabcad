import { type SQL, sql } from "drizzle-orm";
import { manualShop } from "../connections/manual-shop";
import type { OwnItem } from "./typed-items";

/** Writes an order's items. A line knows its product where that is of the same shop: one that was entered by hand, too. */
export function insertOwnItems(orderId: string, items: readonly OwnItem[]): SQL {
  const rows = items.map(({ name, sku, productId, quantity, totalMinor }, position) => ({
    ...{ position, name, sku, quantity },
    product_id: productId ?? null,
    total_minor: totalMinor,
  }));
  return sql`
    insert into order_items (order_id, position, external_id, product_external_id, sku, name, quantity, total_minor, tax_minor)
    select ${orderId}::uuid, position, position::text,
      (select p.external_id from products p where p.id = r.product_id and p.shop_id = ${manualShop}),
      sku, name, quantity, total_minor, 0
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(position integer, product_id uuid, name text, sku text, quantity numeric, total_minor bigint)`;
}
