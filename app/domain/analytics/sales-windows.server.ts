import { type SQL, sql } from "drizzle-orm";

/**
 * CTEs for a `with`: `clock (zone, local_now)`, `windows (name, from_at, to_at)`,
 * half-open, in the organization's own zone, and `counted`, the orders that count
 * within their span. A comparison ends at the same time of day as now, or a day
 * that has just begun would always look bad.
 */
export function salesWindows(now: Date): SQL {
  // Materialized, or the planner loses the bounds and reads every order of the organization.
  return sql`
    clock as (
      select time_zone as zone, ${now.toISOString()}::timestamptz at time zone time_zone as local_now
      from organizations where id = app_org_id()
    ),
    windows as materialized (
      select name, begins at time zone zone as from_at, ends at time zone zone as to_at
      from clock, lateral (values
        ('today', date_trunc('day', local_now), date_trunc('day', local_now) + interval '1 day'),
        ('yesterday', date_trunc('day', local_now) - interval '1 day', local_now - interval '1 day'),
        ('month', date_trunc('day', local_now) - interval '29 days', date_trunc('day', local_now) + interval '1 day'),
        ('before', date_trunc('day', local_now) - interval '59 days', local_now - interval '30 days')
      ) as named (name, begins, ends)
    ),
    counted as not materialized (
      select placed_at, currency, total_minor, refunded_minor, customer_id from orders
      where is_revenue
        and placed_at >= (select min(from_at) from windows) and placed_at < (select max(to_at) from windows)
    )`;
}
