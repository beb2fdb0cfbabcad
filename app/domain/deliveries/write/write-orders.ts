import { sql } from "drizzle-orm";
import { ORDER_STATUS_RANK, type OrderItem } from "~/connectors/canonical";
import { ROLL_UP_COLUMNS } from "~/domain/customers/roll-ups";
import type { BatchDraft, DraftOrder, DraftRefund, DraftStatusChange } from "../batch-draft";
import { fromExcluded, names, rowsOf, type SectionRow } from "./sections";

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
  coupons: "jsonb",
  contact: "jsonb",
  version_at: "timestamptz",
  version_rank: "integer",
  version_hash: "text",
  removed_at: "timestamptz",
  erased_at: "timestamptz",
  is_sample: "boolean",
} as const;
const TOUCHED = {
  id: "uuid",
  customer_id: "uuid",
  identity_id: "uuid",
  refunded_minor: "bigint",
  removed_at: "timestamptz",
} as const;
const RELINKED = { id: "uuid", customer_id: "uuid", identity_id: "uuid" } as const;
const MOVED = { id: "uuid", customer_id: "uuid", is_moved: "boolean" } as const;
const ITEM = {
  order_id: "uuid",
  position: "integer",
  external_id: "text",
  product_external_id: "text",
  variant_external_id: "text",
  sku: "text",
  name: "text",
  quantity: "numeric",
  total_minor: "bigint",
  tax_minor: "bigint",
} as const;
const ITEM_COUNT = { id: "uuid", item_count: "integer" } as const;
const STATUS_CHANGE = {
  order_id: "uuid",
  at: "timestamptz",
  status: "text",
  source_status: "text",
} as const;
const REFUND = {
  id: "uuid",
  shop_id: "uuid",
  order_external_id: "text",
  order_id: "uuid",
  external_id: "text",
  amount_minor: "bigint",
  currency: "text",
  reason: "text",
  refunded_at: "timestamptz",
} as const;

/**
 * `standing` holds every order of the customers that are written, as it is after
 * this statement: what the other parts change comes from their results, because
 * no part sees the rows that another one writes.
 */
export const orderStatements = [
  sql`orders_written as (
    insert into orders (${names(ORDER)}, created_at, updated_at)
    select ${names(ORDER, "r.")}, input.at, input.at from input, ${rowsOf("orders", ORDER)}
    on conflict (org_id, shop_id, external_id) do update
    set ${fromExcluded(ORDER, ["id", "shop_id", "external_id", "is_sample"])}, updated_at = excluded.updated_at
    returning ${ROLL_UP_COLUMNS})`,
  sql`orders_touched as (
    update orders o set customer_id = r.customer_id, identity_id = r.identity_id,
      refunded_minor = r.refunded_minor, removed_at = r.removed_at, updated_at = input.at
    from input, ${rowsOf("touched", TOUCHED)} where o.id = r.id
    returning o.*)`,
  sql`orders_relinked as (
    update orders o set customer_id = r.customer_id, identity_id = r.identity_id
    from ${rowsOf("relinked", RELINKED)} where o.id = r.id
    returning o.*)`,
  sql`told_ids as (
    select id from ${rowsOf("orders", { id: "uuid" })}
    union all select id from ${rowsOf("touched", { id: "uuid" })}
    union all select id from ${rowsOf("relinked", { id: "uuid" })})`,
  sql`orders_moved as (
    update orders o set customer_id = r.customer_id
    from ${rowsOf("identities", MOVED)}
    where r.is_moved and o.identity_id = r.id and o.id not in (select id from told_ids)
    returning o.*)`,
  sql`standing as (
    select * from orders_written
    union all select ${ROLL_UP_COLUMNS} from orders_touched
    union all select ${ROLL_UP_COLUMNS} from orders_relinked
    union all select ${ROLL_UP_COLUMNS} from orders_moved
    union all select ${ROLL_UP_COLUMNS} from orders o
      where o.customer_id in (select id from customer_rows)
        and o.id not in (select id from told_ids union all select id from orders_moved))`,
];

export const orderPartStatements = [
  sql`items_dropped as (
    delete from order_items i using ${rowsOf("orders", ITEM_COUNT)}
    where i.order_id = r.id and i.position >= r.item_count)`,
  sql`items_written as (
    insert into order_items as i (${names(ITEM)}) select ${names(ITEM, "r.")} from ${rowsOf("items", ITEM)}
    on conflict (org_id, order_id, position) do update set ${fromExcluded(ITEM, ["order_id", "position"])}
    where (${names(ITEM, "i.")}) is distinct from (${names(ITEM, "excluded.")}))`,
  // Two states told at one moment under one name: the further one stands.
  sql`status_changes_written as (
    insert into order_status_changes as c (${names(STATUS_CHANGE)})
    select ${names(STATUS_CHANGE, "r.")} from ${rowsOf("status_changes", STATUS_CHANGE)}
    on conflict (org_id, order_id, at, source_status) do update set status = excluded.status
    where array_position(${sql.param(statusesByRank())}::text[], c.status)
      < array_position(${sql.param(statusesByRank())}::text[], excluded.status))`,
  sql`refunds_dropped as (
    delete from refunds f using ${rowsOf("dropped_refunds", { id: "uuid" })} where f.id = r.id)`,
  sql`refunds_written as (
    insert into refunds (${names(REFUND)}) select ${names(REFUND, "r.")} from ${rowsOf("refunds", REFUND)}
    on conflict (org_id, shop_id, external_id) do update
    set ${fromExcluded(REFUND, ["id", "shop_id", "external_id"])})`,
];

export function orderSections(draft: BatchDraft) {
  const changed = [...draft.orders.values()].filter((order) => order.isChanged);
  const refunds = [...draft.refunds.values()].filter((refund) => refund.isChanged);
  const links = (key: string | null) => {
    const identity = key === null ? undefined : draft.identities.get(key);
    return { identity_id: identity?.id ?? null, customer_id: identity?.customerId ?? null };
  };
  return {
    orders: changed.flatMap((order) => orderRow(draft, order, links(order.identity))),
    touched: changed.flatMap((order): SectionRow<typeof TOUCHED>[] => {
      if (order.told) return [];
      const { id, refundedMinor, removedAt } = order;
      return [{ id, ...links(order.identity), refunded_minor: refundedMinor, removed_at: removedAt }];
    }),
    relinked: [...draft.relinks].map(([id, key]) => ({ id, ...links(key) })),
    items: changed.flatMap((order) => order.told?.items.map((item, i) => itemRow(order.id, item, i)) ?? []),
    status_changes: furthest(draft.statusChanges),
    refunds: refunds.flatMap((refund) => (refund.isDeleted ? [] : refundRow(draft.shopId, refund))),
    dropped_refunds: refunds.flatMap(({ id, isDeleted }) => (isDeleted ? { id } : [])),
  };
}

type OrderRow = SectionRow<typeof ORDER> & SectionRow<typeof ITEM_COUNT>;

function orderRow(
  draft: BatchDraft,
  order: DraftOrder,
  links: { identity_id: string | null; customer_id: string | null },
): OrderRow[] {
  const { told, version } = order;
  if (!told) return [];
  return [
    {
      ...links,
      id: order.id,
      shop_id: draft.shopId,
      external_id: order.externalId,
      number: told.number,
      status: told.status,
      source_status: told.sourceStatus,
      currency: told.currency,
      total_minor: told.totalMinor,
      tax_minor: told.taxMinor,
      shipping_minor: told.shippingMinor,
      discount_minor: told.discountMinor,
      paid_minor: told.paidMinor,
      refunded_minor: order.refundedMinor,
      placed_at: told.placedAt,
      paid_at: told.paidAt,
      fulfilled_at: told.fulfilledAt,
      cancelled_at: told.cancelledAt,
      is_test: told.isTest,
      is_cash_on_delivery: told.isCashOnDelivery,
      payment_method: told.paymentMethod,
      channel: told.channel,
      coupons: told.coupons,
      contact: order.contact,
      version_at: version.at,
      version_rank: version.rank,
      version_hash: version.hash,
      removed_at: order.removedAt,
      erased_at: order.erasedAt,
      is_sample: draft.shop.isSample,
      item_count: told.items.length,
    },
  ];
}

function itemRow(orderId: string, item: OrderItem, position: number): SectionRow<typeof ITEM> {
  return {
    order_id: orderId,
    position,
    external_id: item.externalId,
    product_external_id: item.productExternalId,
    variant_external_id: item.variantExternalId,
    sku: item.sku,
    name: item.name,
    quantity: item.quantity,
    total_minor: item.totalMinor,
    tax_minor: item.taxMinor,
  };
}

function refundRow(shopId: string, refund: DraftRefund): SectionRow<typeof REFUND> {
  return {
    id: refund.id,
    shop_id: shopId,
    order_external_id: refund.orderExternalId,
    order_id: refund.orderId,
    external_id: refund.externalId,
    amount_minor: refund.amountMinor,
    currency: refund.currency,
    reason: refund.reason,
    refunded_at: refund.refundedAt,
  };
}

/** One row per moment and source status: a statement may write a row only once. */
function furthest(changes: readonly DraftStatusChange[]): SectionRow<typeof STATUS_CHANGE>[] {
  const rows = new Map<string, DraftStatusChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.orderId, change.at, change.sourceStatus]);
    const known = rows.get(key);
    if (!known || ORDER_STATUS_RANK[known.status] < ORDER_STATUS_RANK[change.status]) rows.set(key, change);
  }
  return [...rows.values()].map(({ orderId, at, status, sourceStatus }) => ({
    order_id: orderId,
    at,
    status,
    source_status: sourceStatus,
  }));
}

function statusesByRank(): string[] {
  return Object.entries(ORDER_STATUS_RANK)
    .sort(([, a], [, b]) => a - b)
    .map(([status]) => status);
}
