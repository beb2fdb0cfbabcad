import { sql } from "drizzle-orm";
import { rollUps, spendStatements } from "~/domain/customers/roll-ups";
import type { BatchDraft, DraftCustomer, DraftIdentity } from "../batch-draft";
import { fromExcluded, names, rowsOf, type SectionRow } from "./sections";

const CUSTOMER = {
  id: "uuid",
  name: "text",
  sort_name: "text",
  email: "text",
  phone: "text",
  phone_raw: "text",
  company: "text",
  city: "text",
  state: "text",
  country: "text",
  profile: "jsonb",
  search_text: "text",
  merged_into: "uuid",
  is_sample: "boolean",
  deleted_at: "timestamptz",
} as const;
const IDENTITY = {
  id: "uuid",
  kind: "text",
  namespace: "text",
  value: "text",
  customer_id: "uuid",
  is_hub: "boolean",
  profile: "jsonb",
  first_seen_at: "timestamptz",
} as const;
const EDGE = { from_id: "uuid", to_id: "uuid", first_seen_at: "timestamptz" } as const;
const CONSENT = {
  id: "uuid",
  identity_id: "uuid",
  channel: "text",
  purpose: "text",
  state: "text",
  source: "text",
  opt_in_level: "text",
  decided_at: "timestamptz",
} as const;

/** The customers whose looks, orders or spend may have changed. */
export const customerRows = sql`customer_rows as materialized (select r.* from ${rowsOf("customers", CUSTOMER)})`;

export const customerStatements = [
  rollUps,
  sql`customers_written as (
    insert into customers (${names(CUSTOMER)}, orders_count, first_order_at, last_order_at, created_at, updated_at)
    select ${names(CUSTOMER, "r.")}, coalesce(u.orders_count, 0), u.first_order_at, u.last_order_at, input.at, input.at
    from input, customer_rows r left join roll_ups u on u.customer_id = r.id
    on conflict (org_id, id) do update set ${fromExcluded(CUSTOMER, ["id"])}, updated_at = excluded.updated_at,
      orders_count = excluded.orders_count, first_order_at = excluded.first_order_at,
      last_order_at = excluded.last_order_at)`,
  ...spendStatements,
];

export const identityStatements = [
  sql`identities_written as (
    insert into identities (${names(IDENTITY)})
    select ${names(IDENTITY, "r.")} from ${rowsOf("identities", IDENTITY)}
    on conflict (org_id, kind, namespace, value) do update
    set ${fromExcluded(IDENTITY, ["id", "kind", "namespace", "value"])})`,
  sql`edges_written as (
    insert into identity_edges (${names(EDGE)})
    select ${names(EDGE, "r.")} from ${rowsOf("edges", EDGE)}
    on conflict (org_id, from_id, to_id) do update set first_seen_at = excluded.first_seen_at)`,
  sql`consents_written as (
    insert into consents (${names(CONSENT)})
    select ${names(CONSENT, "r.")} from ${rowsOf("consents", CONSENT)}
    on conflict (org_id, identity_id, channel, purpose, decided_at, state, source) do nothing)`,
];

export function peopleSections(draft: BatchDraft) {
  const changed = <T extends { isChanged: boolean }>(rows: Iterable<T>) =>
    [...rows].filter((row) => row.isChanged);
  const idOf = (key: string) => draft.identities.get(key)?.id;
  return {
    customers: changed(draft.customers.values()).map(customerRow),
    // In sorted order, so that writers at once meet the same rows in the same turn.
    identities: changed(draft.identities.values()).map(identityRow).sort(byKey),
    edges: changed(draft.edges.values()).flatMap(({ stronger, weaker, firstSeenAt }) => [
      { from_id: idOf(stronger), to_id: idOf(weaker), first_seen_at: firstSeenAt },
      { from_id: idOf(weaker), to_id: idOf(stronger), first_seen_at: firstSeenAt },
    ]),
    consents: draft.consents.map(
      (consent): SectionRow<typeof CONSENT> => ({
        id: draft.newId(),
        identity_id: idOf(consent.identity),
        channel: consent.channel,
        purpose: consent.purpose,
        state: consent.state,
        source: "shop",
        opt_in_level: consent.optInLevel,
        decided_at: consent.decidedAt,
      }),
    ),
  };
}

function customerRow({ id, columns, ...customer }: DraftCustomer): SectionRow<typeof CUSTOMER> {
  if (!columns) throw new Error("a changed customer was not settled");
  return {
    id,
    name: columns.name,
    sort_name: columns.sortName,
    email: columns.email,
    phone: columns.phone,
    phone_raw: columns.phoneRaw,
    company: columns.company,
    city: columns.city,
    state: columns.state,
    country: columns.country,
    profile: columns.profile,
    search_text: columns.searchText,
    merged_into: customer.mergedInto,
    is_sample: customer.isSample,
    deleted_at: customer.deletedAt,
  };
}

function identityRow(identity: DraftIdentity) {
  return {
    id: identity.id,
    kind: identity.kind,
    namespace: identity.namespace,
    value: identity.value,
    customer_id: identity.customerId,
    is_hub: identity.isHub,
    profile: identity.profile,
    first_seen_at: identity.firstSeenAt,
    is_moved: identity.isMoved,
  };
}

function byKey(a: ReturnType<typeof identityRow>, b: ReturnType<typeof identityRow>): number {
  return a.kind.localeCompare(b.kind) || (a.value < b.value ? -1 : 1);
}
