import { sql } from "drizzle-orm";

/**
 * The roll-ups of customers, defined once: `orders_count` counts orders that are
 * revenue. The first and last order are of those that were placed at all, paid or
 * not, so that somebody who is about to pay stands at the top of the list; drafts,
 * test orders, and what the shop removed or a person trashed are none of them.
 *
 * The parts below are CTEs that share two others: `standing`, every order of the
 * customers as `ROLL_UP_COLUMNS`, and `customer_rows`, the customers by `id`.
 */
export const ROLL_UP_COLUMNS = sql`id, customer_id, placed_at, currency, total_minor, refunded_minor, is_revenue,
  removed_at is null and deleted_at is null and not is_test and status <> 'draft' as is_placed`;

export const rollUps = sql`roll_ups as (
  select customer_id, count(*) filter (where is_revenue)::integer as orders_count,
    min(placed_at) filter (where is_placed) as first_order_at,
    max(placed_at) filter (where is_placed) as last_order_at
  from standing group by customer_id)`;

/** Revenue per currency; `net_minor` is after refunds. */
export const spendStatements = [
  sql`spend as (
    select customer_id, currency, count(*)::integer as orders_count, sum(total_minor)::bigint as gross_minor,
      sum(refunded_minor)::bigint as refunded_minor, sum(total_minor - refunded_minor)::bigint as net_minor
    from standing where is_revenue and customer_id is not null group by customer_id, currency)`,
  sql`spend_written as (
    insert into customer_spend as s (customer_id, currency, orders_count, gross_minor, refunded_minor, net_minor)
    select customer_id, currency, orders_count, gross_minor, refunded_minor, net_minor from spend
    on conflict (org_id, customer_id, currency) do update set orders_count = excluded.orders_count,
      gross_minor = excluded.gross_minor, refunded_minor = excluded.refunded_minor, net_minor = excluded.net_minor
    where (s.orders_count, s.gross_minor, s.refunded_minor)
      is distinct from (excluded.orders_count, excluded.gross_minor, excluded.refunded_minor)
    returning customer_id)`,
  sql`spend_dropped as (
    delete from customer_spend s using customer_rows r
    where s.customer_id = r.id
      and not exists (select from spend where spend.customer_id = s.customer_id and spend.currency = s.currency)
    returning s.customer_id)`,
];
