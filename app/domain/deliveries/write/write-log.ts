import { type SQL, sql } from "drizzle-orm";
import { type Act, actorId } from "~/domain/audit/audit-row";
import type { Actor } from "~/domain/context";
import type { BatchDraft } from "../batch-draft";
import type { ConnectionNews } from "../connection-news";
import type { DeliveryRecord } from "../delivery-record";
import { names, partFor, type RowOf } from "./row-source";

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
  attempts: "integer",
  settled_at: "timestamptz",
  applied_at: "timestamptz",
  erased_at: "timestamptz",
} as const;
const CONNECTION = {
  id: "uuid",
  last_delivery_at: "timestamptz",
  is_uninstalled: "boolean",
  mismatched_shop: "text",
  is_named: "boolean",
  is_heard: "boolean",
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
  before: "jsonb",
  after: "jsonb",
  session_id: "uuid",
} as const;

/** Of one delivery, besides the first one. */
const ATTEMPTS_KEPT = 20;

/** What is written besides the draft. */
export type BatchLog = {
  /** Null when nothing was delivered. */
  connection: ConnectionNews | null;
  records: readonly DeliveryRecord[];
  isReplay: boolean;
  /** How often it was tried to apply these, this time included; once when nothing is said. */
  tries?: number | undefined;
  /** The replay of many that this is part of. */
  replayId?: string | undefined;
  actor: Actor;
  at: string;
};

/** Writes the delivery log, what deliveries tell of their connection, and acts into the audit log. */
export function logParts(draft: BatchDraft, log: BatchLog): SQL[] {
  const { connection, records, isReplay, at } = log;
  const acts = draft.acts.map((act) => actRow(draft, act, log.actor));
  const deliveries = connection ? records.map((record) => deliveryRow(draft, record, connection, log)) : [];
  const connections = connection ? [connectionRow(draft, connection, isReplay)] : [];
  return [
    ...(isReplay ? [] : partFor(DELIVERY, deliveries, recorded)),
    ...(isReplay ? partFor(DELIVERY, deliveries, (source) => replayed(source, log)) : []),
    ...partFor(CONNECTION, connections, (source) => connectionsWritten(source, at)),
    ...(draft.isUninstalled && !isReplay && connection ? [keysDestroyed(connection)] : []),
    ...(connection?.shopName ? [shopNamed(draft.shopId, connection.shopName, at), pushesQueued] : []),
    ...partFor(ACT, acts, (source) => actsAppended(source, at)),
  ];
}

/** The first outcome of a delivery stands: applied again after a crash it changes nothing. */
const recorded = (source: SQL) => sql`deliveries_recorded as (
  insert into deliveries (${names(DELIVERY)}) select ${names(DELIVERY, "r.")} from ${source}
  on conflict (org_id, received_at, id) do nothing)`;

/** What came of each before is kept beside it: the first attempt, and the newest. */
const replayed = (source: SQL, { actor, at, replayId = "" }: BatchLog) => sql`replays as materialized (
  select r.*, d.attempts as attempts_before, d.outcome as outcome_before, d.reason as reason_before,
    d.detail as detail_before, coalesce(d.settled_at, d.replayed_at, d.applied_at) as settled_before
  from ${source} join deliveries d on d.id = r.id and d.received_at = r.received_at),
deliveries_replayed as (
  update deliveries d set outcome = r.outcome, reason = r.reason, detail = r.detail, topic = r.topic, subject = r.subject,
    dedupe_key = r.dedupe_key, body = r.body, erased_at = r.erased_at, applied_at = r.applied_at,
    settled_at = r.settled_at, attempts = r.attempts_before + 1, replayed_at = ${at}::timestamptz
  from replays r where d.id = r.id and d.received_at = r.received_at),
attempts_kept as (
  insert into delivery_attempts (delivery_id, received_at, number, at, outcome, reason, detail, actor_kind, actor_id,
    replay_id)
  select id, received_at, attempts_before, settled_before, outcome_before, reason_before, detail_before, 'shop',
    connection_id::text, null::uuid from replays
  union all
  select id, received_at, attempts_before + 1, settled_at, outcome, reason, detail, ${actor.kind}, ${actorId(actor)},
    nullif(${replayId}, '')::uuid from replays
  on conflict do nothing),
attempts_forgotten as (
  delete from delivery_attempts a using replays r
  where a.delivery_id = r.id and a.number <= r.attempts_before + 1 - ${ATTEMPTS_KEPT} and a.actor_kind <> 'shop')`;

const connectionsWritten = (source: SQL, at: string) => sql`connections_written as (
  update connections c set
    last_delivery_at = greatest(c.last_delivery_at, r.last_delivery_at),
    state = case
      when r.is_uninstalled and c.state <> 'removed' then 'uninstalled'
      when c.state = 'waiting' and r.is_heard then 'live'
      else c.state end,
    mismatched_shop = coalesce(r.mismatched_shop, c.mismatched_shop),
    config_version = c.config_version + r.is_named::integer,
    updated_at = ${at}::timestamptz
  from ${source} where c.id = r.id
  returning c.id, c.config_version)`;

/** The shop has taken its token back; one of a later installation stays. */
const keysDestroyed = ({ id, lastDeliveryAt }: ConnectionNews) => sql`keys_destroyed as (
  delete from connection_credentials
  where connection_id = ${id}::uuid and updated_at <= ${lastDeliveryAt}::timestamptz)`;

const shopNamed = (shopId: string, name: string, at: string) => sql`shop_named as (
  update shops set external_id = ${name}, updated_at = ${at}::timestamptz where id = ${shopId}::uuid)`;

/** A shop's name, once known, is something its inbox must learn. */
const pushesQueued = sql`pushes_queued as (
  insert into inbox_pushes (connection_id, version) select id, config_version from connections_written
  on conflict (org_id, connection_id) do update set version = excluded.version, attempts = 0)`;

const actsAppended = (source: SQL, at: string) => sql`acts as materialized (
  select audit_append(r.id, ${at}::timestamptz, r.actor_kind, r.actor_id, r.action, r.subject_kind, r.subject_id,
    r.ip, r.facts, r.before, r.after, r.session_id)
  from ${source})`;

function actRow(draft: BatchDraft, act: Act, actor: Actor): RowOf<typeof ACT> {
  return {
    id: draft.newId(),
    actor_kind: actor.kind,
    actor_id: actorId(actor),
    ip: actor.kind === "user" ? actor.ip : null,
    action: act.action,
    subject_kind: act.subject.kind,
    subject_id: act.subject.id,
    facts: act.facts ?? {},
    before: act.before ?? null,
    after: act.after ?? null,
    session_id: actor.kind === "user" ? actor.sessionId : null,
  };
}

function connectionRow(
  draft: BatchDraft,
  connection: ConnectionNews,
  isReplay: boolean,
): RowOf<typeof CONNECTION> {
  return {
    id: connection.id,
    last_delivery_at: connection.lastDeliveryAt,
    is_uninstalled: draft.isUninstalled && !isReplay,
    mismatched_shop: connection.mismatchedShop,
    is_named: connection.shopName !== null,
    is_heard: connection.lastDeliveryAt !== null,
  };
}

function deliveryRow(
  draft: BatchDraft,
  { delivery, outcome, reason, detail, isWithheld }: DeliveryRecord,
  connection: ConnectionNews,
  { at, tries = 1 }: BatchLog,
): RowOf<typeof DELIVERY> {
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
    attempts: tries,
    settled_at: at,
    applied_at: outcome === "applied" ? at : null,
    erased_at: isWithheld ? at : null,
  };
}
