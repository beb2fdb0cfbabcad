import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import type { BatchDraft } from "../batch-draft";

export const PICTURED_KINDS = ["order", "customer", "product", "subscription", "checkout"] as const;
type PicturedKind = (typeof PICTURED_KINDS)[number];

/** Ids of the records that a batch may change. */
export type Touched = Record<PicturedKind, string[]>;

/** What people would see of a record; money is in minor units of `currency`. */
const pictureRow = z.object({
  kind: z.enum(PICTURED_KINDS),
  id: z.uuid(),
  name: z.string().nullable(),
  currency: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Picture = z.output<typeof pictureRow>;

/** The records of a draft that are written, or whose sums follow from what is. */
export function touchedBy(draft: BatchDraft): Touched {
  const changed = <T extends { id: string; isChanged: boolean }>(all: Iterable<T>) =>
    [...all].filter((one) => one.isChanged).map(({ id }) => id);
  const refunded = [...draft.refunds.values()].flatMap(({ orderId, isChanged }) =>
    isChanged && orderId ? orderId : [],
  );
  return {
    order: [...new Set([...changed(draft.orders.values()), ...refunded, ...draft.relinks.keys()])],
    customer: changed(draft.customers.values()),
    product: changed(draft.products.values()),
    subscription: changed(draft.subscriptions.values()),
    checkout: changed(draft.checkouts.values()),
  };
}

/** How records are now in the transaction, one row for each that there is. */
export async function readPictures(tx: OrgTransaction, touched: Touched): Promise<Picture[]> {
  const parts = PICTURED_KINDS.filter((kind) => touched[kind].length > 0).map((kind) =>
    PICTURES[kind](sql`any(${sql.param(touched[kind])}::uuid[])`),
  );
  if (parts.length === 0) return [];
  return readRows(pictureRow, await tx.execute(sql.join(parts, sql` union all `)));
}

const moment = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

const PICTURES: Record<PicturedKind, (ids: SQL) => SQL> = {
  order: (ids) => sql`select 'order' as kind, o.id, o.number as name, o.currency, jsonb_build_object(
      'status', o.status, 'total', o.total_minor, 'tax', o.tax_minor, 'shipping', o.shipping_minor,
      'discount', o.discount_minor, 'paid', o.paid_minor, 'refunded', o.refunded_minor,
      'placedAt', ${moment("o.placed_at")}, 'paidAt', ${moment("o.paid_at")},
      'fulfilledAt', ${moment("o.fulfilled_at")}, 'cancelledAt', ${moment("o.cancelled_at")},
      'removedAt', ${moment("o.removed_at")}, 'isTest', o.is_test, 'isCashOnDelivery', o.is_cash_on_delivery,
      'paymentMethod', o.payment_method, 'buyer', o.contact #>> '{person,name}',
      'buyerEmail', o.contact #>> '{person,email}', 'buyerPhone', o.contact #>> '{person,phone}',
      'customer', (select name from customers c where c.id = o.customer_id),
      'items', (select string_agg(i.quantity::float8 || ' × ' || i.name, ', ' order by i.position)
        from (select * from order_items i where i.order_id = o.id order by i.position limit 20) i)) as facts
    from orders o where o.id = ${ids}`,
  customer: (ids) => sql`select 'customer' as kind, c.id, c.name, null::text as currency, jsonb_build_object(
      'name', c.name, 'email', c.email, 'phone', c.phone, 'company', c.company, 'city', c.city, 'state', c.state,
      'country', c.country, 'ordersCount', c.orders_count, 'lastOrderAt', ${moment("c.last_order_at")},
      'spend', (select string_agg(s.currency || ' ' || s.net_minor, ', ' order by s.currency)
        from customer_spend s where s.customer_id = c.id),
      'mergedInto', (select m.name from customers m where m.id = c.merged_into),
      'deletedAt', ${moment("c.deleted_at")}) as facts
    from customers c where c.id = ${ids}`,
  product: (ids) => sql`select 'product' as kind, p.id, p.name, p.currency, jsonb_build_object(
      'name', p.name, 'sku', p.sku, 'price', p.price_minor, 'productStatus', p.status, 'stock', p.stock,
      'stockQuantity', p.stock_quantity, 'removedAt', ${moment("p.removed_at")}) as facts
    from products p where p.id = ${ids}`,
  subscription: (
    ids,
  ) => sql`select 'subscription' as kind, s.id, s.number as name, s.currency, jsonb_build_object(
      'subscriptionStatus', s.status, 'amount', s.amount_minor, 'nextPaymentAt', ${moment("s.next_payment_at")},
      'cancelledAt', ${moment("s.cancelled_at")}, 'endedAt', ${moment("s.ended_at")},
      'removedAt', ${moment("s.removed_at")},
      'customer', (select name from customers c where c.id = s.customer_id)) as facts
    from subscriptions s where s.id = ${ids}`,
  checkout: (ids) => sql`select 'checkout' as kind, k.id, k.number as name, k.currency, jsonb_build_object(
      'checkoutState', k.state, 'total', k.total_minor, 'activeAt', ${moment("k.active_at")},
      'buyer', k.contact #>> '{person,name}', 'buyerEmail', k.email, 'buyerPhone', k.phone,
      'customer', (select name from customers c where c.id = k.customer_id)) as facts
    from checkouts k where k.id = ${ids}`,
};
