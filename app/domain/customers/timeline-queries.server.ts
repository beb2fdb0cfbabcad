import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { ORDER_STATUSES } from "../orders/order-statuses";
import { requireRecordId } from "../record-id";
import { CONSENT_CHANNELS, CONSENT_SOURCES, CONSENT_STATES } from "./consent-words";
import type { TimelineKind, TimelineLength } from "./timeline.schema";

// A counter phone can gather tens of thousands of orders; beyond these the orders list goes on.
const MOST_ORDERS = 1000;

const ofOrder = { orderId: z.uuid(), orderNumber: z.string() };
const orderEntry = z.object({
  kind: z.literal("order"),
  ...ofOrder,
  status: z.enum(ORDER_STATUSES),
  totalMinor: z.number(),
  currency: z.string(),
  isTest: z.boolean(),
  isRemoved: z.boolean(),
  shopName: z.string(),
  firstItem: z.string().nullable(),
  itemsCount: z.number(),
});
const statusEntry = z.object({ kind: z.literal("status"), ...ofOrder, status: z.enum(ORDER_STATUSES) });
const refundEntry = z.object({
  kind: z.literal("refund"),
  ...ofOrder,
  amountMinor: z.number(),
  currency: z.string(),
  reason: z.string().nullable(),
});
const consentEntry = z.object({
  kind: z.literal("consent"),
  channel: z.enum(CONSENT_CHANNELS),
  state: z.enum(CONSENT_STATES),
  source: z.enum(CONSENT_SOURCES),
});
const rowSchema = z.object({
  at: z.coerce.date(),
  id: z.string(),
  entry: z.discriminatedUnion("kind", [orderEntry, statusEntry, refundEntry, consentEntry]),
});

export type TimelineRow = z.output<typeof rowSchema>;

type TimelineQuestion = {
  customerId: string;
  length: TimelineLength;
  /** Only entries of this kind. */
  kind?: TimelineKind | null;
};

/**
 * What happened with a customer, newest first: orders placed, their changes of status
 * (equal neighbours folded, the usual "pending" at the start left out), refunds, consents.
 * Throws `not_found` for an id that is none: one bad query would fail its whole batch.
 */
export async function listTimeline(ctx: OrgContext, { customerId, length, kind = null }: TimelineQuestion) {
  requireRecordId(customerId);
  const read = await ctx.db.read(ctx.db.orm.execute(timelineSql(customerId, length + 1, kind)));
  const rows = readRows(rowSchema, read);
  return { rows: rows.slice(0, length), hasMore: rows.length > length };
}

function timelineSql(customerId: string, limit: number, kind: TimelineKind | null) {
  return sql`
    with own as (
      select o.* from orders o
      where o.customer_id = ${customerId}::uuid and o.deleted_at is null
      order by o.placed_at desc limit ${MOST_ORDERS}
    ), happened as (
      select o.placed_at as at, o.id::text as id, jsonb_build_object(
          'kind', 'order', 'orderId', o.id, 'orderNumber', o.number, 'status', o.status,
          'totalMinor', o.total_minor, 'currency', o.currency, 'isTest', o.is_test,
          'isRemoved', o.removed_at is not null, 'shopName', s.name,
          'firstItem', (select i.name from order_items i where i.org_id = o.org_id and i.order_id = o.id
            order by i.position limit 1),
          'itemsCount', (select count(*) from order_items i where i.org_id = o.org_id and i.order_id = o.id)
        ) as entry
      from (select * from own order by placed_at desc limit ${limit}) o
        join shops s on s.org_id = o.org_id and s.id = o.shop_id
      union all
      select c.at, c.order_id || ' ' || c.at, jsonb_build_object(
          'kind', 'status', 'orderId', c.order_id, 'orderNumber', c.number, 'status', c.status)
      from (
        select h.order_id, h.at, h.status, o.number,
          lag(h.status, 1, 'pending') over (partition by h.order_id order by h.at, h.source_status) as before
        from own o join order_status_changes h on h.org_id = o.org_id and h.order_id = o.id
      ) c
      where c.before <> c.status
      union all
      select coalesce(r.refunded_at, r.created_at), r.id::text, jsonb_build_object(
          'kind', 'refund', 'orderId', o.id, 'orderNumber', o.number, 'amountMinor', r.amount_minor,
          'currency', r.currency, 'reason', r.reason)
      from own o join refunds r
        on r.org_id = o.org_id and r.shop_id = o.shop_id and r.order_external_id = o.external_id
      union all
      select c.decided_at, c.id::text, jsonb_build_object(
          'kind', 'consent', 'channel', c.channel, 'state', c.state, 'source', c.source)
      from identities i join consents c on c.org_id = i.org_id and c.identity_id = i.id
      where i.customer_id = ${customerId}::uuid
    )
    select at, id, entry from happened
    where ${kind}::text is null or entry ->> 'kind' = ${kind}
    order by at desc, (entry ->> 'kind') = 'order', id desc
    limit ${limit}`;
}
