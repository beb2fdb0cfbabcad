import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../../context";
import { type DeliveryFilters, PERIODS } from "../delivery-filters";

const HOUR_MS = 3_600_000;
/** More groups than anybody has; a page shows no more. */
const MOST = 50;

const when = z.string().transform((text) => new Date(text));
const troubleRow = z.object({
  outcome: z.enum(["failed", "needs_attention"]),
  reason: z.string().nullable(),
  connectionId: z.uuid(),
  connectionName: z.string(),
  count: z.coerce.number(),
  firstAt: when,
  lastAt: when,
});

/** Deliveries that wait for a person for the same reason, of one connection. */
export type Trouble = z.output<typeof troubleRow>;

/** What failed or waits for a person in the last 7 days, by reason and connection, largest first. */
export async function listTroubles(
  { db, now }: OrgContext,
  { connection }: Pick<DeliveryFilters, "connection">,
): Promise<Trouble[]> {
  const result = await db.read(
    db.orm.execute(sql`
      select t.*, c.name as "connectionName" from (
        select outcome, reason, connection_id as "connectionId", count(*) as count, min(received_at) as "firstAt",
          max(received_at) as "lastAt"
        from deliveries
        where outcome in ('failed', 'needs_attention') and received_at >= ${since(now())}
          ${connection ? sql`and connection_id = ${connection}::uuid` : sql``}
        group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ${MOST}) t
      join connections c on c.id = t."connectionId"
      order by t.count desc, t.outcome, t.reason, c.name`),
  );
  return readRows(troubleRow, result);
}

const shopTroubleRow = z.object({
  kind: z.enum(["bad_signature", "other_shop"]),
  connectionId: z.uuid(),
  connectionName: z.string(),
  /** Requests that were turned away; null where nothing is counted. */
  count: z.coerce.number().nullable(),
  /** The shop that deliveries name. */
  shop: z.string().nullable(),
  lastAt: when.nullable(),
});

/** What is wrong between a shop and its connection, so that nothing of it is in the log. */
export type ShopTrouble = z.output<typeof shopTroubleRow>;

/** Signatures that were refused in the last 7 days, and connections that another shop sends to. */
export async function listShopTroubles(
  { db, now }: OrgContext,
  { connection }: Pick<DeliveryFilters, "connection">,
): Promise<ShopTrouble[]> {
  const chosen = connection ? sql`and c.id = ${connection}::uuid` : sql``;
  const result = await db.read(
    db.orm.execute(sql`
      select 'bad_signature' as kind, c.id as "connectionId", c.name as "connectionName", sum(r.count) as count,
        null::text as shop, max(r.minute) as "lastAt"
      from refusals r join connections c on c.id = r.connection_id
      where r.reason = 'bad_signature' and r.minute >= ${since(now())} and c.removed_at is null ${chosen}
      group by c.id, c.name
      union all
      select 'other_shop', c.id, c.name, null, c.mismatched_shop, null from connections c
      where c.mismatched_shop is not null and c.removed_at is null ${chosen}
      order by 1, 3 limit ${MOST}`),
  );
  return readRows(shopTroubleRow, result);
}

const since = (now: Date) =>
  sql`${new Date(now.getTime() - PERIODS.week * HOUR_MS).toISOString()}::timestamptz`;
