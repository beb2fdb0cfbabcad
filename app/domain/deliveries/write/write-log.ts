import { sql } from "drizzle-orm";
import { actorId } from "~/domain/audit/audit-row";
import type { Actor } from "~/domain/context";
import type { BatchDraft } from "../batch-draft";
import type { ConnectionNews } from "../connection-news";
import type { DeliveryRecord } from "../delivery-record";
import { names, rowsOf, type SectionRow } from "./sections";

const DELIVERY = {
  id: "uuid",
  received_at: "timestamptz",
  connection_id: "uuid",
  topic: "text",
  subject: "text",
  dedupe_key: "text",
  outcome: "text",
  reason: "text",
  detail: "text",
  source_shop: "text",
  headers: "jsonb",
  body: "text",
  body_bytes: "integer",
  applied_at: "timestamptz",
  erased_at: "timestamptz",
} as const;
const CONNECTION = {
  id: "uuid",
  shop_id: "uuid",
  last_delivery_at: "timestamptz",
  is_uninstalled: "boolean",
  mismatched_shop: "text",
  shop_name: "text",
} as const;
const ACT = {
  id: "uuid",
  actor_kind: "text",
  actor_id: "text",
  ip: "text",
  action: "text",
  subject_kind: "text",
  subject_id: "text",
  facts: "jsonb",
} as const;

/**
 * The first outcome of a delivery stands: applied again after a crash it changes
 * nothing. A replay is the exception, and counts its attempts.
 */
export const logStatements = [
  sql`deliveries_written as (
    insert into deliveries (${names(DELIVERY)})
    select ${names(DELIVERY, "r.")} from ${rowsOf("deliveries", DELIVERY)}
    on conflict (org_id, received_at, id) do nothing)`,
  sql`deliveries_replayed as (
    update deliveries d set outcome = r.outcome, reason = r.reason, detail = r.detail, body = r.body,
      erased_at = r.erased_at, applied_at = r.applied_at, attempts = attempts + 1, replayed_at = input.at
    from input, ${rowsOf("replayed", DELIVERY)} where d.id = r.id and d.received_at = r.received_at)`,
  // A shop's name, once known, is something its inbox must learn.
  sql`shops_named as (
    update shops s set external_id = r.shop_name, updated_at = input.at
    from input, ${rowsOf("connections", CONNECTION)} where s.id = r.shop_id and r.shop_name is not null)`,
  sql`connections_written as (
    update connections c set
      last_delivery_at = greatest(c.last_delivery_at, r.last_delivery_at),
      state = case
        when r.is_uninstalled and c.state <> 'removed' then 'uninstalled'
        when c.state = 'waiting' then 'live'
        else c.state end,
      mismatched_shop = coalesce(r.mismatched_shop, c.mismatched_shop),
      config_version = c.config_version + (r.shop_name is not null)::integer,
      updated_at = input.at
    from input, ${rowsOf("connections", CONNECTION)} where c.id = r.id
    returning c.id, c.config_version, r.shop_name is not null as is_named)`,
  sql`pushes_queued as (
    insert into inbox_pushes (connection_id, version) select id, config_version from connections_written where is_named
    on conflict (org_id, connection_id) do update set version = excluded.version, attempts = 0)`,
  sql`acts as materialized (
    select audit_append(r.id, input.at, r.actor_kind, r.actor_id, r.action, r.subject_kind, r.subject_id, r.ip,
      r.facts, null, null)
    from input, ${rowsOf("acts", ACT)})`,
];

export function logSections(input: {
  draft: BatchDraft;
  /** Null when nothing was delivered. */
  connection: ConnectionNews | null;
  records: readonly DeliveryRecord[];
  isReplay: boolean;
  actor: Actor;
  at: string;
}) {
  const { draft, connection, actor, isReplay } = input;
  const records = connection
    ? input.records.map((record) => deliveryRow(record, { draft, connection, at: input.at }))
    : [];
  return {
    deliveries: isReplay ? [] : records,
    replayed: isReplay ? records : [],
    connections: connection ? [connectionRow(draft, connection, isReplay)] : [],
    acts: draft.acts.map(
      (act): SectionRow<typeof ACT> => ({
        id: draft.newId(),
        actor_kind: actor.kind,
        actor_id: actorId(actor),
        ip: actor.kind === "user" ? actor.ip : null,
        action: act.action,
        subject_kind: act.subject.kind,
        subject_id: act.subject.id,
        facts: act.facts ?? {},
      }),
    ),
  };
}

function connectionRow(
  draft: BatchDraft,
  connection: ConnectionNews,
  isReplay: boolean,
): SectionRow<typeof CONNECTION> {
  return {
    id: connection.id,
    shop_id: draft.shopId,
    last_delivery_at: connection.lastDeliveryAt,
    is_uninstalled: draft.isUninstalled && !isReplay,
    mismatched_shop: connection.mismatchedShop,
    shop_name: connection.shopName,
  };
}

function deliveryRow(
  { delivery, outcome, reason, detail, isWithheld }: DeliveryRecord,
  { draft, connection, at }: { draft: BatchDraft; connection: ConnectionNews; at: string },
): SectionRow<typeof DELIVERY> {
  // A person's number in the shop is personal too, unlike an order's.
  const isNameless = isWithheld && delivery.subject?.startsWith("customer:");
  return {
    id: delivery.id,
    received_at: delivery.receivedAt,
    connection_id: connection.id,
    topic: delivery.topic,
    subject: isNameless ? null : delivery.subject,
    dedupe_key: isNameless ? delivery.id : delivery.dedupeKey,
    outcome,
    reason,
    detail: draft.restoredBy.has(delivery.id) ? "customer_restored" : detail,
    source_shop: delivery.sourceShop,
    headers: delivery.headers,
    body: isWithheld ? null : delivery.body,
    body_bytes: delivery.bodyBytes,
    applied_at: outcome === "applied" ? at : null,
    erased_at: isWithheld ? at : null,
  };
}
