import { type SQL, sql } from "drizzle-orm";
import type { OrderContact } from "~/db/schema/orders";
import { abandonedAt } from "~/domain/checkouts/visits";
import { identitiesOf } from "~/domain/customers/identity-key";
import type { BatchDraft, DraftCheckout } from "../batch-draft";
import { linksOf } from "./links-of";
import { fromExcluded, names, partFor, type RowOf, uuids } from "./row-source";

const STANDING = {
  id: "uuid",
  state: "text",
  visits: "jsonb",
  active_at: "timestamptz",
  abandoned_at: "timestamptz",
  completed_at: "timestamptz",
  order_id: "uuid",
  removed_at: "timestamptz",
} as const;
const TOUCHED = { ...STANDING, customer_id: "uuid" } as const;
const CHECKOUT = {
  ...STANDING,
  shop_id: "uuid",
  external_id: "text",
  number: "text",
  customer_id: "uuid",
  person_key: "text",
  email: "text",
  phone: "text",
  contact: "jsonb",
  currency: "text",
  total_minor: "bigint",
  items: "jsonb",
  started_at: "timestamptz",
  version_at: "timestamptz",
  version_hash: "text",
  erased_at: "timestamptz",
  is_sample: "boolean",
} as const;
const MOVED = { key: "text", customer_id: "uuid" } as const;

/**
 * Writes checkouts: those with a new state, those that only an older state, an order or their
 * removal touched, and those of whoever became known or another customer.
 */
export function checkoutParts(draft: BatchDraft, at: string): SQL[] {
  const changed = [...draft.checkouts.values()].filter((one) => one.isChanged);
  const touched = changed.filter(({ told }) => !told).map((one) => touchedRow(draft, one));
  const moved = [...draft.identities].flatMap(([key, { customerId, isMoved }]) =>
    isMoved ? { key, customer_id: customerId } : [],
  );
  const told = changed.flatMap((one) => checkoutRow(draft, one));
  return [
    ...partFor(CHECKOUT, told, (source) => checkoutsWritten(source, at)),
    ...partFor(TOUCHED, touched, (source) => checkoutsTouched(source, touched, at)),
    ...partFor(MOVED, moved, (source) => checkoutsMoved(source, moved, changed)),
  ];
}

const checkoutsWritten = (source: SQL, at: string) => sql`checkouts_written as (
  insert into checkouts (${names(CHECKOUT)}, created_at, updated_at)
  select ${names(CHECKOUT, "r.")}, ${at}::timestamptz, ${at}::timestamptz from ${source}
  on conflict (org_id, shop_id, external_id) do update
  set ${fromExcluded(CHECKOUT, ["id", "shop_id", "external_id", "is_sample"])}, updated_at = excluded.updated_at)`;

const checkoutsTouched = (
  source: SQL,
  rows: readonly { id: string }[],
  at: string,
) => sql`checkouts_touched as (
  update checkouts c set customer_id = coalesce(r.customer_id, c.customer_id), state = r.state, visits = r.visits, active_at = r.active_at,
    abandoned_at = r.abandoned_at, completed_at = r.completed_at, order_id = r.order_id,
    removed_at = r.removed_at, updated_at = ${at}::timestamptz
  from ${source} where c.id = r.id and c.id = any(${uuids(rows.map(({ id }) => id))}))`;

const checkoutsMoved = (
  source: SQL,
  rows: readonly { key: string }[],
  others: readonly { id: string }[],
) => sql`checkouts_moved as (
  update checkouts c set customer_id = r.customer_id
  from ${source}
  where c.person_key = r.key and c.person_key = any(${sql.param(rows.map(({ key }) => key))}::text[])
    and c.id <> all(${uuids(others.map(({ id }) => id))}))`;

/** Whose it is is known where this batch has to do with whoever it names; else it stays theirs. */
function touchedRow(draft: BatchDraft, checkout: DraftCheckout) {
  const { customer_id } = linksOf(draft, checkout.personKey);
  return { ...standingOf(checkout), customer_id } satisfies RowOf<typeof TOUCHED>;
}

function standingOf({ id, visits, completedAt, orderId, removedAt }: DraftCheckout) {
  const abandoned = abandonedAt(visits, completedAt);
  const completed = abandoned === null ? "completed" : "recovered";
  return {
    id,
    state: completedAt === null ? "open" : completed,
    visits,
    active_at: visits.at(-1)?.to ?? null,
    abandoned_at: abandoned,
    completed_at: completedAt,
    order_id: orderId,
    removed_at: removedAt,
  } satisfies RowOf<typeof STANDING>;
}

function checkoutRow(draft: BatchDraft, checkout: DraftCheckout): RowOf<typeof CHECKOUT>[] {
  const { told, personKey, version, erasedAt } = checkout;
  if (!told) return [];
  const { person, shippingAddress } = told;
  const keys = identitiesOf(person, draft.shopId);
  const keyOf = (kind: "email" | "phone") => keys.find((key) => key.kind === kind)?.value ?? null;
  const contact: OrderContact | null = erasedAt ? null : { person, shippingAddress };
  return [
    {
      ...standingOf(checkout),
      shop_id: draft.shopId,
      external_id: checkout.externalId,
      number: told.number,
      customer_id: linksOf(draft, personKey).customer_id,
      person_key: personKey,
      email: keyOf("email"),
      phone: keyOf("phone"),
      contact,
      currency: told.currency,
      total_minor: told.totalMinor,
      items: told.items,
      started_at: told.startedAt,
      version_at: version.at,
      version_hash: version.hash,
      erased_at: erasedAt,
      is_sample: draft.shop.isSample,
    },
  ];
}
