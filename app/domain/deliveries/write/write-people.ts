import { type SQL, sql } from "drizzle-orm";
import { rollUps, spendStatements } from "~/domain/customers/roll-ups";
import { compareTexts } from "~/lib/compare-texts";
import type { BatchDraft, DraftCustomer, DraftIdentity } from "../batch-draft";
import { fromExcluded, names, partFor, type RowOf } from "./row-source";

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
  wording: "text",
  opt_in_level: "text",
  decided_at: "timestamptz",
} as const;

/** Writes customers whose looks, orders or spend may have changed, with roll-ups from `standing`. */
export function customerParts(customers: readonly DraftCustomer[], at: string): SQL[] {
  const rows = partFor(
    CUSTOMER,
    customers.map(customerRow),
    (source) => sql`customer_rows as materialized (select r.* from ${source})`,
  );
  return rows.length === 0 ? [] : [...rows, rollUps, ...spendStatements, customersWritten(at)];
}

const customersWritten = (at: string) => sql`customers_written as (
  insert into customers (${names(CUSTOMER)}, orders_count, first_order_at, last_order_at, created_at, updated_at)
  select ${names(CUSTOMER, "r.")}, coalesce(u.orders_count, 0), u.first_order_at, u.last_order_at,
    ${at}::timestamptz, ${at}::timestamptz
  from customer_rows r left join roll_ups u on u.customer_id = r.id
  on conflict (org_id, id) do update set ${fromExcluded(CUSTOMER, ["id"])}, updated_at = excluded.updated_at,
    orders_count = excluded.orders_count, first_order_at = excluded.first_order_at,
    last_order_at = excluded.last_order_at)`;

/** Writes identities, the edges between them in both directions, and what was agreed to under them. */
export function identityParts(draft: BatchDraft): SQL[] {
  const idOf = (key: string) => draft.identities.get(key)?.id;
  const identities = [...draft.identities.values()].filter((one) => one.isChanged).sort(byValue);
  const edges = [...draft.edges.values()].flatMap(({ stronger, weaker, firstSeenAt, isChanged }) => {
    const [a, b] = [idOf(stronger), idOf(weaker)];
    const both = [
      { from_id: a, to_id: b, first_seen_at: firstSeenAt },
      { from_id: b, to_id: a, first_seen_at: firstSeenAt },
    ];
    return isChanged ? both : [];
  });
  const consents = draft.consents.map((consent) => ({
    id: draft.newId(),
    identity_id: idOf(consent.identity),
    channel: consent.channel,
    purpose: consent.purpose,
    state: consent.state,
    source: consent.source ?? "shop",
    wording: consent.wording ?? null,
    opt_in_level: consent.optInLevel,
    decided_at: consent.decidedAt,
  }));
  return [
    ...partFor(IDENTITY, identities.map(identityRow), identitiesWritten),
    ...partFor(EDGE, edges, edgesWritten),
    ...partFor(CONSENT, consents, consentsWritten),
  ];
}

const identitiesWritten = (source: SQL) => sql`identities_written as (
  insert into identities (${names(IDENTITY)}) select ${names(IDENTITY, "r.")} from ${source}
  on conflict (org_id, kind, namespace, value) do update
  set ${fromExcluded(IDENTITY, ["id", "kind", "namespace", "value"])})`;

const edgesWritten = (source: SQL) => sql`edges_written as (
  insert into identity_edges (${names(EDGE)}) select ${names(EDGE, "r.")} from ${source}
  on conflict (org_id, from_id, to_id) do update set first_seen_at = excluded.first_seen_at)`;

const consentsWritten = (source: SQL) => sql`consents_written as (
  insert into consents (${names(CONSENT)}) select ${names(CONSENT, "r.")} from ${source}
  on conflict (org_id, identity_id, channel, purpose, decided_at, state, source) do nothing)`;

function customerRow({
  id,
  columns,
  mergedInto,
  isSample,
  deletedAt,
}: DraftCustomer): RowOf<typeof CUSTOMER> {
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
    merged_into: mergedInto,
    is_sample: isSample,
    deleted_at: deletedAt,
  };
}

function identityRow(identity: DraftIdentity): RowOf<typeof IDENTITY> {
  return {
    id: identity.id,
    kind: identity.kind,
    namespace: identity.namespace,
    value: identity.value,
    customer_id: identity.customerId,
    is_hub: identity.isHub,
    profile: identity.profile,
    first_seen_at: identity.firstSeenAt,
  };
}

/** Identities are claimed in one order by all writers, so that two at once never wait for each other. */
function byValue(a: DraftIdentity, b: DraftIdentity): number {
  return (
    compareTexts(a.kind, b.kind) || compareTexts(a.namespace, b.namespace) || compareTexts(a.value, b.value)
  );
}
