import type pg from "pg";

/**
 * What people see of what a shop told: records and sums by their natural keys. Left out is which states an
 * order was in on the way, because whoever only saw the end of it cannot know them.
 */
export async function shopRows(owner: pg.Pool, orgId: string) {
  const rows = async (text: string) => (await owner.query(text, [orgId])).rows;
  const [orders, customers, products, refunds] = await Promise.all([
    rows(`select external_id, number, status, source_status, currency, total_minor, paid_minor, refunded_minor, placed_at,
            paid_at, fulfilled_at, cancelled_at, is_test, is_cash_on_delivery, payment_method, coupons, version_at,
            contact, removed_at is null as is_here, (select c.email from customers c where c.id = o.customer_id) as buyer,
            (select jsonb_agg(to_jsonb(t) - '{org_id,order_id}'::text[] order by position)
               from order_items t where t.order_id = o.id) as items
          from orders o where org_id = $1 order by external_id`),
    rows(`select name, email, phone, city, state, orders_count, first_order_at, last_order_at,
            (select jsonb_agg(jsonb_build_array(currency, orders_count, gross_minor, refunded_minor, net_minor)
               order by currency) from customer_spend s where s.customer_id = c.id) as spend,
            (select jsonb_agg(jsonb_build_array(kind, value) order by kind, value) from identities i
               where i.customer_id = c.id) as identities
          from customers c where org_id = $1 and merged_into is null order by email`),
    rows(`select external_id, name, sku, price_minor, status, stock, stock_quantity, version_at
          from products where org_id = $1 order by external_id`),
    rows(`select external_id, order_external_id, amount_minor, currency, order_id is not null as is_found
          from refunds where org_id = $1 order by 1`),
  ]);
  return { orders, customers, products, refunds };
}
