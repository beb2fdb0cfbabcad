import { eq, type SQL, sql } from "drizzle-orm";
import { connections } from "~/db/schema/connections";
import { deliveries } from "~/db/schema/deliveries";
import { type DeliveryFilters, PERIODS } from "../delivery-filters";

const HOUR_MS = 3_600_000;
const zone = sql`(select time_zone from organizations where id = app_org_id())`;

/** The columns of `toldSubjects`, which a query with a search has as its table `told`. */
export const TOLD = { shopId: sql<string | null>`shop_id`, subject: sql<string>`subject` };

/**
 * What the log's filters ask of `deliveries` joined to `connections`. Bounds in time are constants
 * or looked up once, so that months outside of them are not opened.
 */
export function filterConditions(filters: DeliveryFilters, now: Date): (SQL | undefined)[] {
  const since = filters.period && new Date(now.getTime() - PERIODS[filters.period] * HOUR_MS);
  return [
    filters.connection ? eq(deliveries.connectionId, filters.connection) : undefined,
    filters.outcome ? eq(deliveries.outcome, filters.outcome) : undefined,
    filters.reason ? eq(deliveries.reason, filters.reason) : undefined,
    filters.topic ? eq(deliveries.topic, filters.topic) : undefined,
    filters.q ? isTold : undefined,
    filters.replay
      ? sql`exists (select from delivery_attempts a
          where a.delivery_id = ${deliveries.id} and a.replay_id = ${filters.replay}::uuid)`
      : undefined,
    since ? sql`${deliveries.receivedAt} >= ${since.toISOString()}::timestamptz` : undefined,
    filters.from ? sql`${deliveries.receivedAt} >= ${dayBegins(filters.from, 0)}` : undefined,
    filters.to ? sql`${deliveries.receivedAt} < ${dayBegins(filters.to, 1)}` : undefined,
  ];
}

const dayBegins = (day: string, plus: number) =>
  sql`((${day}::date + ${plus}::integer)::timestamp at time zone ${zone})`;

/** By the index of subjects first; then the shop, because numbers repeat from shop to shop. */
const isTold = sql`${deliveries.subject} = any(array(select subject from told))
  and exists (select from told where told.subject = ${deliveries.subject}
    and (told.shop_id is null or told.shop_id = ${connections.shopId}))`;
