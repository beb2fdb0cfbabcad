import { type SQL, sql } from "drizzle-orm";
import { keepBeside, standingValue } from "~/domain/corrections/stand-over";
import { ROLL_UP_COLUMNS } from "~/domain/customers/roll-ups";
import { correctableOf } from "~/domain/orders/correctable-order";
import type { BatchDraft, DraftOrder } from "../batch-draft";
import { linksOf } from "./links-of";
import { fromExcluded, names, partFor, type RowOf, uuids } from "./row-source";

const ORDER = {
  id: "uuid",
  shop_id: "uuid",
  external_id: "text",
  number: "text",
  customer_id: "uuid",
  identity_id: "uuid",
  status: "text",
  source_status: "text",
  currency: "text",
  total_minor: "bigint",
  tax_minor: "bigint",
  shipping_minor: "bigint",
  discount_minor: "bigint",
  paid_minor: "bigint",
  refunded_minor: "bigint",
  placed_at: "timestamptz",
  paid_at: "timestamptz",
  fulfilled_at: "timestamptz",
  cancelled_at: "timestamptz",
  is_test: "boolean",
  is_cash_on_delivery: "boolean",
  payment_method: "text",
  channel: "text",
  checkout_external_id: "text",
  subscription_external_id: "text",
  coupons: "jsonb",
  contact: "jsonb",
  corrections: "jsonb",
  version_at: "timestamptz",
  version_rank: "integer",
  version_hash: "text",
  removed_at: "timestamptz",
  erased_at: "timestamptz",
  is_sample: "boolean",
} as const;
/** What a later state leaves as it is, and what it only ever adds. */
const NOT_RETOLD = [
  ...["id", "shop_id", "external_id", "is_sample"],
  ...["checkout_external_id", "subscription_external_id"],
];
const TOUCHED = {
  id: "uuid",
  customer_id: "uuid",
  identity_id: "uuid",
  refunded_minor: "bigint",
  removed_at: "timestamptz",
} as const;
const RELINKED = { id: "uuid", customer_id: "uuid", identity_id: "uuid" } as const;
const MOVED = { id: "uuid", customer_id: "uuid" } as const;

/**
 * Writes orders: those with a new state, those that only a refund or removal
 * touched, those that found their identity again, and those whose identity went to
 * another customer. The last part, `standing`, holds every order of
 * `customerIds` as it is after this statement: no part sees the rows that another
 * one writes, so what they change comes from their results.
 */
export function orderParts(draft: BatchDraft, customerIds: readonly string[], at: string): SQL[] {
  const changed = [...draft.orders.values()].filter((order) => order.isChanged);
  const told = changed.flatMap((order) => orderRow(draft, order));
  const touched = changed.filter((order) => !order.told).map((order) => touchedRow(draft, order));
  const relinked = [...draft.relinks].map(([id, key]) => ({ id, ...linksOf(draft, key) }));
  const moved = [...draft.identities.values()].flatMap(({ id, customerId, isMoved }) =>
    isMoved ? { id, customer_id: customerId } : [],
  );
  const ids = [...changed.map((order) => order.id), ...draft.relinks.keys()];
  const writes = [
    partFor(ORDER, told, (source) => ordersWritten(source, at)),
    partFor(TOUCHED, touched, (source) => ordersTouched(source, touched, at)),
    partFor(RELINKED, relinked, (source) => ordersRelinked(source, relinked)),
    partFor(MOVED, moved, (source) => ordersMoved(source, moved, ids)),
  ];
  const results = ["orders_written", "orders_touched", "orders_relinked", "orders_moved"].filter(
    (_, i) => writes[i]?.length === 1,
  );
  return [...writes.flat(), standing(results, customerIds, ids)];
}

const ordersWritten = (source: SQL, at: string) => sql`orders_written as (
  insert into orders (${names(ORDER)}, created_at, updated_at)
  select ${names(ORDER, "r.")}, ${at}::timestamptz, ${at}::timestamptz from ${source}
  on conflict (org_id, shop_id, external_id) do update
  set ${fromExcluded(ORDER, NOT_RETOLD)}, updated_at = excluded.updated_at,
    checkout_external_id = coalesce(excluded.checkout_external_id, orders.checkout_external_id),
    subscription_external_id = coalesce(excluded.subscription_external_id, orders.subscription_external_id)
  returning *)`;

const ordersTouched = (source: SQL, rows: readonly { id: string }[], at: string) => sql`orders_touched as (
  update orders o set customer_id = r.customer_id, identity_id = r.identity_id,
    refunded_minor = r.refunded_minor, removed_at = r.removed_at, updated_at = ${at}::timestamptz
  from ${source} where o.id = r.id and o.id = any(${uuids(rows.map(({ id }) => id))})
  returning o.*)`;

const ordersRelinked = (source: SQL, rows: readonly { id: string }[]) => sql`orders_relinked as (
  update orders o set customer_id = r.customer_id, identity_id = r.identity_id
  from ${source} where o.id = r.id and o.id = any(${uuids(rows.map(({ id }) => id))})
  returning o.*)`;

const ordersMoved = (
  source: SQL,
  rows: readonly { id: string }[],
  told: readonly string[],
) => sql`orders_moved as (
  update orders o set customer_id = r.customer_id
  from ${source}
  where o.identity_id = r.id and o.identity_id = any(${uuids(rows.map(({ id }) => id))})
    and o.id <> all(${uuids(told)})
  returning o.*)`;

function standing(results: readonly string[], customerIds: readonly string[], told: readonly string[]): SQL {
  const isMoved = results.includes("orders_moved")
    ? sql`and o.id not in (select id from orders_moved)`
    : sql``;
  const parts = [
    ...results.map((name) => sql`select ${ROLL_UP_COLUMNS} from ${sql.raw(name)}`),
    sql`select ${ROLL_UP_COLUMNS} from orders o
      where o.customer_id = any(${uuids(customerIds)}) and o.id <> all(${uuids(told)}) ${isMoved}`,
  ];
  return sql`standing as (${sql.join(parts, sql` union all `)})`;
}

function touchedRow(draft: BatchDraft, { id, identity, refundedMinor, removedAt }: DraftOrder) {
  return { id, ...linksOf(draft, identity), refunded_minor: refundedMinor, removed_at: removedAt };
}

function orderRow(draft: BatchDraft, order: DraftOrder): RowOf<typeof ORDER>[] {
  const { told, version, corrections } = order;
  if (!told) return [];
  const facts = correctableOf(told);
  const standing = (field: keyof typeof facts) => standingValue(field, facts, corrections);
  return [
    {
      ...linksOf(draft, order.identity),
      id: order.id,
      shop_id: draft.shopId,
      external_id: order.externalId,
      number: told.number,
      status: standing("status"),
      source_status: told.sourceStatus,
      currency: standing("currency"),
      total_minor: standing("totalMinor"),
      tax_minor: standing("taxMinor"),
      shipping_minor: standing("shippingMinor"),
      discount_minor: standing("discountMinor"),
      paid_minor: standing("paidMinor"),
      refunded_minor: order.refundedMinor,
      placed_at: told.placedAt,
      paid_at: standing("paidAt"),
      fulfilled_at: told.fulfilledAt,
      cancelled_at: told.cancelledAt,
      is_test: standing("isTest"),
      is_cash_on_delivery: standing("isCashOnDelivery"),
      payment_method: standing("paymentMethod"),
      channel: told.channel,
      checkout_external_id: told.checkoutExternalId,
      subscription_external_id: told.subscriptionExternalId,
      coupons: told.coupons,
      contact: order.contact,
      corrections: keepBeside(facts, corrections),
      version_at: version.at,
      version_rank: version.rank,
      version_hash: version.hash,
      removed_at: order.removedAt,
      erased_at: order.erasedAt,
      is_sample: draft.shop.isSample,
    },
  ];
}
