import { type SQL, sql } from "drizzle-orm";
import { keepBeside, standingValue } from "~/domain/corrections/stand-over";
import { correctableOf } from "~/domain/subscriptions/correctable-subscription";
import type { BatchDraft, DraftSubscription } from "../batch-draft";
import { linksOf } from "./links-of";
import { fromExcluded, names, partFor, type RowOf, uuids } from "./row-source";

const SUBSCRIPTION = {
  id: "uuid",
  shop_id: "uuid",
  external_id: "text",
  number: "text",
  customer_id: "uuid",
  identity_id: "uuid",
  status: "text",
  source_status: "text",
  currency: "text",
  amount_minor: "bigint",
  interval_count: "integer",
  interval_unit: "text",
  started_at: "timestamptz",
  next_payment_at: "timestamptz",
  last_payment_at: "timestamptz",
  trial_ends_at: "timestamptz",
  cancelled_at: "timestamptz",
  ended_at: "timestamptz",
  payment_method: "text",
  items: "jsonb",
  parent_order_external_id: "text",
  contact: "jsonb",
  corrections: "jsonb",
  version_at: "timestamptz",
  version_rank: "integer",
  version_hash: "text",
  removed_at: "timestamptz",
  erased_at: "timestamptz",
  is_sample: "boolean",
} as const;
const RELINKED = { id: "uuid", customer_id: "uuid", identity_id: "uuid" } as const;
const TOUCHED = { ...RELINKED, removed_at: "timestamptz" } as const;
const MOVED = { id: "uuid", customer_id: "uuid" } as const;

/**
 * Writes subscriptions: those with a new state, those that were only removed or restored, those
 * that found their identity again, and those whose identity went to another customer.
 */
export function subscriptionParts(draft: BatchDraft, at: string): SQL[] {
  const changed = [...draft.subscriptions.values()].filter((one) => one.isChanged);
  const touched = changed.filter(({ told }) => !told).map((one) => touchedRow(draft, one));
  const relinked = [...draft.subscriptionRelinks].map(([id, key]) => ({ id, ...linksOf(draft, key) }));
  const moved = [...draft.identities.values()].flatMap(({ id, customerId, isMoved }) =>
    isMoved ? { id, customer_id: customerId } : [],
  );
  const others = [...changed, ...relinked].map(({ id }) => id);
  return [
    ...partFor(
      SUBSCRIPTION,
      changed.flatMap((one) => subscriptionRow(draft, one)),
      (source) => subscriptionsWritten(source, at),
    ),
    ...partFor(TOUCHED, touched, (source) => subscriptionsTouched(source, touched, at)),
    ...partFor(RELINKED, relinked, (source) => subscriptionsRelinked(source, relinked)),
    ...partFor(MOVED, moved, (source) => subscriptionsMoved(source, moved, others)),
  ];
}

const subscriptionsWritten = (source: SQL, at: string) => sql`subscriptions_written as (
  insert into subscriptions (${names(SUBSCRIPTION)}, created_at, updated_at)
  select ${names(SUBSCRIPTION, "r.")}, ${at}::timestamptz, ${at}::timestamptz from ${source}
  on conflict (org_id, shop_id, external_id) do update
  set ${fromExcluded(SUBSCRIPTION, ["id", "shop_id", "external_id", "is_sample"])}, updated_at = excluded.updated_at)`;

const subscriptionsTouched = (
  source: SQL,
  rows: readonly { id: string }[],
  at: string,
) => sql`subscriptions_touched as (
  update subscriptions s set customer_id = r.customer_id, identity_id = r.identity_id,
    removed_at = r.removed_at, updated_at = ${at}::timestamptz
  from ${source} where s.id = r.id and s.id = any(${uuids(rows.map(({ id }) => id))}))`;

const subscriptionsRelinked = (
  source: SQL,
  rows: readonly { id: string }[],
) => sql`subscriptions_relinked as (
  update subscriptions s set customer_id = r.customer_id, identity_id = r.identity_id
  from ${source} where s.id = r.id and s.id = any(${uuids(rows.map(({ id }) => id))}))`;

const subscriptionsMoved = (
  source: SQL,
  rows: readonly { id: string }[],
  others: readonly string[],
) => sql`subscriptions_moved as (
  update subscriptions s set customer_id = r.customer_id
  from ${source}
  where s.identity_id = r.id and s.identity_id = any(${uuids(rows.map(({ id }) => id))})
    and s.id <> all(${uuids(others)}))`;

function touchedRow(draft: BatchDraft, { id, identity, removedAt }: DraftSubscription) {
  return { id, ...linksOf(draft, identity), removed_at: removedAt } satisfies RowOf<typeof TOUCHED>;
}

function subscriptionRow(draft: BatchDraft, subscription: DraftSubscription): RowOf<typeof SUBSCRIPTION>[] {
  const { told, version, corrections } = subscription;
  if (!told) return [];
  const facts = correctableOf(told);
  const standing = (field: keyof typeof facts) => standingValue(field, facts, corrections);
  return [
    {
      ...linksOf(draft, subscription.identity),
      id: subscription.id,
      shop_id: draft.shopId,
      external_id: subscription.externalId,
      number: told.number,
      status: standing("status"),
      source_status: told.sourceStatus,
      currency: standing("currency"),
      amount_minor: standing("amountMinor"),
      interval_count: standing("intervalCount"),
      interval_unit: standing("intervalUnit"),
      started_at: told.startedAt,
      next_payment_at: standing("nextPaymentAt"),
      last_payment_at: told.lastPaymentAt,
      trial_ends_at: told.trialEndsAt,
      cancelled_at: standing("cancelledAt"),
      ended_at: standing("endedAt"),
      payment_method: standing("paymentMethod"),
      items: told.items,
      parent_order_external_id: told.parentOrderExternalId,
      contact: told.person && { person: told.person },
      corrections: keepBeside(facts, corrections),
      version_at: version.at,
      version_rank: version.rank,
      version_hash: version.hash,
      removed_at: subscription.removedAt,
      erased_at: subscription.erasedAt,
      is_sample: draft.shop.isSample,
    },
  ];
}
