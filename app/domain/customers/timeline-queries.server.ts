import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { CHECKOUT_STANDINGS } from "../checkouts/checkout-states";
import type { OrgContext } from "../context";
import { ORDER_STATUSES } from "../orders/order-statuses";
import { requireRecordId } from "../record-id";
import { CONSENT_CHANNELS, CONSENT_SOURCES, CONSENT_STATES } from "./consent-words";
import { type ContactsView, contactsViewOf } from "./contacts-view";
import { requireCustomer } from "./require-customer.server";
import { type TimelinePlace, writePlace } from "./timeline.schema";
import { TIMELINE_KINDS, type TimelineKind } from "./timeline-kinds";

const TIMELINE_PAGE = 30;

// A counter phone can gather tens of thousands of orders: what befell an order is looked for in the
// newest of those that were placed before the page's end.
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
const checkoutEntry = z.object({
  kind: z.literal("checkout"),
  checkoutId: z.uuid(),
  number: z.string(),
  status: z.enum(CHECKOUT_STANDINGS),
  totalMinor: z.number(),
  currency: z.string(),
  shopName: z.string(),
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
  /** `at` to the microsecond, for cursors. */
  instant: z.string(),
  entry: z.discriminatedUnion("kind", [orderEntry, statusEntry, refundEntry, checkoutEntry, consentEntry]),
});

export type TimelineRow = Omit<z.output<typeof rowSchema>, "instant">;

type TimelineQuestion = {
  customerId: string;
  /** The last entry of the page before. */
  before?: TimelinePlace | null;
  /** Only entries of this kind. */
  kind?: TimelineKind | null;
};

/**
 * A page of what happened with a customer, newest first: orders placed, their changes of status
 * (equal neighbours folded, the usual "pending" at the start left out), refunds, checkouts that were left, consents. What is
 * dated before its order stands with it. `next` is the cursor of the page after, null at the end.
 * Throws `not_found` for no customer of the organization.
 */
export async function listTimeline(
  ctx: OrgContext,
  { customerId, before = null, kind = null }: TimelineQuestion,
): Promise<{ rows: TimelineRow[]; next: string | null }> {
  requireRecordId(customerId);
  const kinds = kind ? [kind] : TIMELINE_KINDS;
  const [{ role }, read] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(ctx.db.orm.execute(timelineSql({ customerId, kinds, before, now: ctx.now() }))),
    requireCustomer(ctx, customerId),
  ]);
  const found = readRows(rowSchema, read);
  const rows = found.slice(0, TIMELINE_PAGE);
  const last = found.length > TIMELINE_PAGE ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ instant: _instant, ...row }) => asSeen(row, contactsViewOf(role))),
    next: last ? writePlace({ at: last.instant, kind: last.entry.kind, id: last.id }) : null,
  };
}

function asSeen(row: TimelineRow, view: ContactsView): TimelineRow {
  const { entry } = row;
  return entry.kind === "refund" ? { ...row, entry: { ...entry, reason: view.words(entry.reason) } } : row;
}

type TimelinePage = {
  customerId: string;
  kinds: readonly TimelineKind[];
  before: TimelinePlace | null;
  now: Date;
};

function timelineSql({ customerId, kinds, before, now }: TimelinePage): SQL {
  const customer = sql`${customerId}::uuid`;
  const untilPage = before ? sql`and o.placed_at <= ${before.at}::timestamptz` : sql``;
  const sources = kinds.map((kind) => {
    const entries = SOURCES[kind](customer, sql`${now.toISOString()}::timestamptz`);
    return sql`(select at, ${TIMELINE_KINDS.indexOf(kind)}::integer as rank, id, entry
      from (${entries}) ${sql.raw(`${kind}_entries`)} where ${isBefore(before, kind)}
      order by at desc, id collate "C" desc limit ${TIMELINE_PAGE + 1})`;
  });
  return sql`
    with own as (
      select o.* from orders o
      where o.customer_id = ${customer} and o.deleted_at is null ${untilPage}
      order by o.placed_at desc limit ${MOST_ORDERS}
    )
    select at, id, entry, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instant
    from (${sql.join(sources, sql` union all `)}) happened
    order by at desc, rank desc, id collate "C" desc limit ${TIMELINE_PAGE + 1}`;
}

/** What comes after the cursor, in the order of time, kind and id. */
function isBefore(place: TimelinePlace | null, kind: TimelineKind): SQL {
  if (!place) return sql`true`;
  const at = sql`${place.at}::timestamptz`;
  const [own, other] = [TIMELINE_KINDS.indexOf(kind), TIMELINE_KINDS.indexOf(place.kind)];
  if (own < other) return sql`at <= ${at}`;
  if (own > other) return sql`at < ${at}`;
  return sql`at <= ${at} and (at < ${at} or id collate "C" < ${place.id})`;
}

/** Selects of `at`, `id` and `entry`; those of orders read the newest ones, `own`. */
const SOURCES: Record<TimelineKind, (customer: SQL, now: SQL) => SQL> = {
  order: () => sql`
    select o.placed_at as at, o.id::text as id, jsonb_build_object(
        'kind', 'order', 'orderId', o.id, 'orderNumber', o.number, 'status', o.status,
        'totalMinor', o.total_minor, 'currency', o.currency, 'isTest', o.is_test,
        'isRemoved', o.removed_at is not null, 'shopName', s.name,
        'firstItem', (select i.name from order_items i where i.org_id = o.org_id and i.order_id = o.id
          order by i.position limit 1),
        'itemsCount', (select count(*) from order_items i where i.org_id = o.org_id and i.order_id = o.id)
      ) as entry
    from own o join shops s on s.org_id = o.org_id and s.id = o.shop_id`,
  status: () => sql`
    select greatest(c.at, c.placed_at) as at, c.order_id || ' ' || c.at || ' ' || left(c.source_status, 60) as id,
      jsonb_build_object('kind', 'status', 'orderId', c.order_id, 'orderNumber', c.number, 'status', c.status)
        as entry
    from (
      select h.order_id, h.at, h.status, h.source_status, o.number, o.placed_at,
        lag(h.status, 1, 'pending') over (partition by h.order_id order by h.at, h.source_status) as before
      from own o join order_status_changes h on h.org_id = o.org_id and h.order_id = o.id
    ) c
    where c.before <> c.status`,
  refund: () => sql`
    select greatest(coalesce(r.refunded_at, r.created_at), o.placed_at) as at, r.id::text as id,
      jsonb_build_object('kind', 'refund', 'orderId', o.id, 'orderNumber', o.number,
        'amountMinor', r.amount_minor, 'currency', r.currency, 'reason', r.reason) as entry
    from own o join refunds r
      on r.org_id = o.org_id and r.shop_id = o.shop_id and r.order_external_id = o.external_id`,
  checkout: (customer, now) => sql`
    select k.active_at as at, k.id::text as id, jsonb_build_object(
        'kind', 'checkout', 'checkoutId', k.id, 'number', k.number, 'status', case when k.state <> 'open' then 'recovered'
          when k.abandoned_at <= ${now} then 'abandoned' else 'active' end,
        'totalMinor', k.total_minor, 'currency', k.currency, 'shopName', s.name) as entry
    from checkouts k join shops s on s.org_id = k.org_id and s.id = k.shop_id
    where k.customer_id = ${customer} and k.state <> 'completed'`,
  consent: (customer) => sql`
    select c.decided_at as at, c.id::text as id, jsonb_build_object(
        'kind', 'consent', 'channel', c.channel, 'state', c.state, 'source', c.source) as entry
    from identities i join consents c on c.org_id = i.org_id and c.identity_id = i.id
    where i.customer_id = ${customer}`,
};
