import { type SQL, sql } from "drizzle-orm";
import { ORDER_STATUS_RANK, type OrderItem } from "~/connectors/canonical";
import type { BatchDraft, DraftRefund, DraftStatusChange } from "../batch-draft";
import { fromExcluded, names, partFor, type RowOf, uuids } from "./row-source";

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
const ITEM_COUNT = { order_id: "uuid", item_count: "integer" } as const;
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

/** Writes what belongs to orders: items of the states in force, statuses they were seen in, refunds. */
export function orderPartParts(draft: BatchDraft): SQL[] {
  const told = [...draft.orders.values()].flatMap(({ id, told, firstToldBy }) =>
    told ? { id, items: told.items, isNew: firstToldBy !== null } : [],
  );
  const counts = told.flatMap(({ id, items, isNew }) =>
    isNew ? [] : { order_id: id, item_count: items.length },
  );
  const refunds = [...draft.refunds.values()].filter((refund) => refund.isChanged);
  const dropped = refunds.filter((refund) => refund.isDeleted).map(({ id }) => id);
  return [
    ...partFor(ITEM_COUNT, counts, (source) => itemsDropped(source, uuids(told.map(({ id }) => id)))),
    ...partFor(ITEM, told.flatMap(itemRows), itemsWritten),
    ...partFor(STATUS_CHANGE, furthest(draft.statusChanges), statusChangesWritten),
    ...(dropped.length === 0 ? [] : [refundsDropped(uuids(dropped))]),
    ...partFor(
      REFUND,
      refunds.filter((refund) => !refund.isDeleted).map((refund) => refundRow(draft.shopId, refund)),
      refundsWritten,
    ),
  ];
}

const itemsDropped = (source: SQL, orderIds: SQL) => sql`items_dropped as (
  delete from order_items i using ${source}
  where i.order_id = r.order_id and i.order_id = any(${orderIds}) and i.position >= r.item_count)`;

const itemsWritten = (source: SQL) => sql`items_written as (
  insert into order_items as i (${names(ITEM)}) select ${names(ITEM, "r.")} from ${source}
  on conflict (org_id, order_id, position) do update set ${fromExcluded(ITEM, ["order_id", "position"])}
  where (${names(ITEM, "i.")}) is distinct from (${names(ITEM, "excluded.")}))`;

/** Two states told at one moment under one name: the further one stands. */
const statusChangesWritten = (source: SQL) => sql`status_changes_written as (
  insert into order_status_changes as c (${names(STATUS_CHANGE)}) select ${names(STATUS_CHANGE, "r.")} from ${source}
  on conflict (org_id, order_id, at, source_status) do update set status = excluded.status
  where array_position(${statusesByRank()}, c.status) < array_position(${statusesByRank()}, excluded.status))`;

const refundsDropped = (ids: SQL) => sql`refunds_dropped as (delete from refunds where id = any(${ids}))`;

const refundsWritten = (source: SQL) => sql`refunds_written as (
  insert into refunds (${names(REFUND)}) select ${names(REFUND, "r.")} from ${source}
  on conflict (org_id, shop_id, external_id) do update
  set ${fromExcluded(REFUND, ["id", "shop_id", "external_id"])})`;

function itemRows({ id, items }: { id: string; items: readonly OrderItem[] }): RowOf<typeof ITEM>[] {
  return items.map((item, position) => ({
    order_id: id,
    position,
    external_id: item.externalId,
    product_external_id: item.productExternalId,
    variant_external_id: item.variantExternalId,
    sku: item.sku,
    name: item.name,
    quantity: item.quantity,
    total_minor: item.totalMinor,
    tax_minor: item.taxMinor,
  }));
}

function refundRow(shopId: string, refund: DraftRefund): RowOf<typeof REFUND> {
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
function furthest(changes: readonly DraftStatusChange[]): RowOf<typeof STATUS_CHANGE>[] {
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

function statusesByRank(): SQL {
  const statuses = Object.entries(ORDER_STATUS_RANK).sort(([, a], [, b]) => a - b);
  return sql`${sql.param(statuses.map(([status]) => status))}::text[]`;
}
