import { sql } from "drizzle-orm";
import type { OpenShop } from "../backfills/open-shop.server";
import type { ShopTools } from "../backfills/shop-tools";
import type { Gap } from "./compare-orders";
import type { Counting } from "./counting.schema";

/** What is listed of a connection at most: a shop that lacks more needs a backfill. */
const MOST_GAPS = 1000;

/** Lists the gaps of a page, and keeps how far the count has come, in one transaction. */
export async function keepGaps(
  { db }: ShopTools,
  { connection }: OpenShop,
  { gaps, counting }: { gaps: readonly Gap[]; counting: Counting },
): Promise<void> {
  const rows = gaps.map((gap) => ({
    ...{ external_id: gap.externalId, kind: gap.kind, number: gap.number, day: gap.day },
    ...{ currency: gap.currency, shop_minor: gap.shopMinor, own_minor: gap.ownMinor },
  }));
  await db.run([
    db.orm.execute(sql`
      insert into receipt_gaps
        (connection_id, external_id, kind, number, day, currency, shop_minor, own_minor, found_at)
      select ${connection.id}::uuid, r.external_id, r.kind, r.number, r.day, r.currency, r.shop_minor, r.own_minor,
        ${counting.startedAt}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(external_id text, kind text, number text,
        day date, currency text, shop_minor bigint, own_minor bigint)
      where (select count(*) from receipt_gaps where connection_id = ${connection.id}::uuid) < ${MOST_GAPS}
      on conflict (org_id, connection_id, external_id) do update set kind = excluded.kind, number = excluded.number,
        day = excluded.day, currency = excluded.currency, shop_minor = excluded.shop_minor,
        own_minor = excluded.own_minor, found_at = excluded.found_at`),
    db.orm.execute(sql`
      update shop_polls set marks = marks || ${JSON.stringify({ counting })}::jsonb
      where connection_id = ${connection.id}::uuid`),
  ]);
}

/** Writes the receipts of a whole count in place of those before; what it no longer found missing leaves the list. */
export async function keepReceipts(
  { db, now }: ShopTools,
  { connection, timeZone }: OpenShop,
  { counting, since }: { counting: Counting; since: string },
): Promise<void> {
  const { startedAt, days } = counting;
  const at = now().toISOString();
  await db.run([
    db.orm.execute(sql`
      delete from receipts where connection_id = ${connection.id}::uuid
        and day >= (${since}::timestamptz at time zone ${timeZone})::date`),
    db.orm.execute(sql`
      insert into receipts (connection_id, day, currency, shop_count, shop_minor, own_count, own_minor, missing,
        differing, checked_at)
      select ${connection.id}::uuid, coalesce(s.day, o.day), coalesce(s.currency, o.currency), coalesce(s.count, 0),
        coalesce(s.minor, 0), coalesce(o.count, 0), coalesce(o.minor, 0), coalesce(s.missing, 0),
        coalesce(s.differing, 0), ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
        as s(day date, currency text, count int, minor bigint, missing int, differing int)
      full join (
        select (placed_at at time zone ${timeZone})::date as day, currency, count(*)::int as count,
          sum(total_minor)::bigint as minor
        from orders
        where shop_id = ${connection.shopId}::uuid and placed_at >= ${since}::timestamptz
          and placed_at < ${startedAt}::timestamptz and removed_at is null and status <> 'draft'
          and not starts_with(external_id, 'file:')
        group by 1, 2) o on o.day = s.day and o.currency = s.currency`),
    db.orm.execute(sql`
      delete from receipt_gaps
      where connection_id = ${connection.id}::uuid and found_at < ${startedAt}::timestamptz`),
    db.orm.execute(sql`
      update shop_polls set marks = marks - 'counting', counted_at = ${at}::timestamptz
      where connection_id = ${connection.id}::uuid`),
  ]);
}
