import { sql } from "drizzle-orm";

/**
 * The roll-ups of customers, defined once: `orders_count` counts orders that are
 * revenue. The first and last order are of those that were placed at all, paid or
 * not, so that somebody who is about to pay stands at the top of the list; drafts,
 * test orders, and what the shop removed or a person trashed are none of them.
 */
export const ROLL_UPS = sql`select customer_id,
  count(*) filter (where is_revenue)::integer as orders_count,
  min(placed_at) filter (where is_placed) as first_order_at,
  max(placed_at) filter (where is_placed) as last_order_at`;

/** Revenue per currency; `net` is after refunds. */
export const SPEND = sql`select customer_id, currency, count(*)::integer as orders_count,
  sum(total_minor)::bigint as gross_minor, sum(refunded_minor)::bigint as refunded_minor,
  sum(total_minor - refunded_minor)::bigint as net_minor`;

/** What the roll-ups need of an order. */
export const ROLL_UP_COLUMNS = sql`id, customer_id, placed_at, currency, total_minor, refunded_minor, is_revenue,
  removed_at is null and deleted_at is null and not is_test and status <> 'draft' as is_placed`;
