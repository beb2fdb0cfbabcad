import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { IDENTITY_KINDS } from "~/domain/customers/identity-key";
import { type Survivors, survivorsSchema } from "./survivors";

/** Times are ISO 8601 UTC. */
export type PeopleToErase = {
  /** Identities to forget, with the time until which what they told is erased. */
  identities: { id: string; erased_at: string }[];
  /** Orders to erase whoever their buyer is. */
  orders: { shop_id: string; external_id: string; erased_at: string }[];
  /** Subscriptions and checkouts to erase whoever they name, by their ids. */
  subscriptions: { id: string; erased_at: string }[];
  checkouts: { id: string; erased_at: string }[];
  /** Key texts whose checkouts are erased: nobody need have been a customer under them. */
  keys: { key: string; kind: string; value: string; erased_at: string }[];
  tombstones: { key_hash: string; erased_at: string }[];
  /** Subjects of deliveries whose bodies go. */
  subjects: { shop_id: string; subject: string }[];
  /** Set when one shop's data go: only its orders are erased, and other shops' accounts keep their links. */
  onlyShopId: string | null;
};

const resultSchema = z.object({
  /** Customers that had a part in it and still exist. */
  touched: z.array(z.uuid()),
  gone: z.array(z.uuid()),
  ordersErased: z.number(),
  survivors: survivorsSchema,
});

export type ErasedPeople = { touched: string[]; gone: string[]; ordersErased: number; survivors: Survivors };

/**
 * Forgets identities with their edges, consents and facts, takes buyer and contact
 * off their orders, deletes customers of whom nothing is left, and views that look for
 * them, empties the deliveries about them and leaves tombstones; one statement. What was told after
 * the erasure comes back as `survivors`, to be told anew.
 */
export async function erasePeople(
  tx: OrgTransaction,
  people: PeopleToErase,
  at: string,
): Promise<ErasedPeople> {
  const result = await tx.execute(sql`
    with recursive input as materialized (select ${JSON.stringify(people)}::jsonb as doc),
    doomed as materialized (
      select i.*, r.erased_at
      from ${section("identities", "id uuid, erased_at timestamptz")} join identities i on i.id = r.id
      where i.first_seen_at <= r.erased_at
        or exists (select from consents c where c.identity_id = i.id and c.decided_at <= r.erased_at)
    ),
    ${sql.join([...ORDERS, ...CHECKOUTS, ...CUSTOMERS, ...VIEWS, ...REST(at)], sql`, `)}
    select json_build_object(
      'touched', (select coalesce(json_agg(distinct customer_id), '[]') from parties
        where customer_id not in (select id from gone)),
      'gone', (select coalesce(json_agg(id), '[]') from gone),
      'ordersErased', (select count(*) from unlinked where is_erased),
      'survivors', json_build_object(
        'identities', (select coalesce(json_agg(i), '[]') from (${SURVIVING_IDENTITIES}) i),
        'orders', (select coalesce(json_agg(o), '[]') from (${SURVIVING_ORDERS}) o),
        'subscriptions', (select coalesce(json_agg(s), '[]') from (${SURVIVING_SUBSCRIPTIONS}) s),
        'edges', (select coalesce(json_agg(e), '[]') from (${SURVIVING_EDGES}) e),
        'consents', (select coalesce(json_agg(c), '[]') from (${SURVIVING_CONSENTS}) c))) as result`);
  const [row] = readRows(z.object({ result: resultSchema }), result);
  if (!row) throw new Error("the erasure answered nothing");
  return row.result;
}

function section(name: string, columns: string): SQL {
  return sql.raw(`jsonb_to_recordset((select doc -> '${name}' from input)) as r(${columns})`);
}

/** Takes a person's number in the shop off a delivery `d`: it is personal too, unlike an order's. */
export const NAMELESS = sql`
  subject = case when d.subject like 'customer:%' then null else d.subject end,
  dedupe_key = case when d.subject like 'customer:%' then d.id::text else d.dedupe_key end`;

/** What an order or an edge must be to outlive the erasure of `d`. */
const IS_ERASED_ORDER = sql`o.placed_at <= d.erased_at and o.shop_id = coalesce(
  (select (doc ->> 'onlyShopId')::uuid from input), o.shop_id)`;

const ORDERS = [
  sql`targets as materialized (
    select id, customer_id, bool_or(is_erased) as is_erased, max(erased_at) as erased_at
    from (
      select o.id, o.customer_id, d.erased_at, ${IS_ERASED_ORDER} as is_erased
      from doomed d join orders o on o.identity_id = d.id
      union all
      select o.id, o.customer_id, r.erased_at, true
      from ${section("orders", "shop_id uuid, external_id text, erased_at timestamptz")}
      join orders o on o.shop_id = r.shop_id and o.external_id = r.external_id
      where o.placed_at <= r.erased_at
    ) t group by id, customer_id)`,
  sql`unlinked as (
    update orders o set customer_id = null, identity_id = null,
      contact = case when t.is_erased then null else o.contact end,
      erased_at = case when t.is_erased then greatest(t.erased_at, o.erased_at) else o.erased_at end
    from targets t where o.id = t.id
    returning o.id, o.shop_id, o.external_id, o.placed_at, o.version_at, o.version_hash, o.contact, t.is_erased)`,
  // Shops write freely why they gave money back.
  sql`refunds_unworded as (
    update refunds r set reason = null from unlinked u
    where u.is_erased and r.shop_id = u.shop_id and r.order_external_id = u.external_id and r.reason is not null)`,
  sql`subscription_targets as materialized (
    select id, bool_or(is_erased) as is_erased, max(erased_at) as erased_at from (
      select s.id, d.erased_at, s.started_at <= d.erased_at
        and s.shop_id = coalesce((select (doc ->> 'onlyShopId')::uuid from input), s.shop_id) as is_erased
      from doomed d join subscriptions s on s.identity_id = d.id
      union all select r.id, r.erased_at, true from ${section("subscriptions", "id uuid, erased_at timestamptz")}
    ) t group by id)`,
  sql`subscriptions_unlinked as (
    update subscriptions s set customer_id = null, identity_id = null,
      contact = case when t.is_erased then null else s.contact end,
      erased_at = case when t.is_erased then greatest(t.erased_at, s.erased_at) else s.erased_at end
    from subscription_targets t where s.id = t.id
    returning s.id, s.shop_id, s.external_id, s.started_at, s.version_at, s.version_hash, s.contact, t.is_erased)`,
];

/**
 * Checkouts are found by the strongest identity they name, or by their email; a phone is shared too often.
 * Those begun later stay, and find their customer again.
 */
const CHECKOUTS = [
  sql`keys as materialized (
    select r.* from ${section("keys", "key text, kind text, value text, erased_at timestamptz")})`,
  sql`checkout_targets as materialized (
    select id, bool_or(is_erased) as is_erased, max(erased_at) filter (where is_erased) as erased_at
    from (
      select c.id, k.erased_at, true as is_erased
      from keys k join checkouts c on c.person_key = k.key and c.started_at <= k.erased_at
      union all
      select c.id, k.erased_at, true from keys k join checkouts c on c.email = k.value and c.started_at <= k.erased_at
      where k.kind = 'email'
      union all select r.id, r.erased_at, true from ${section("checkouts", "id uuid, erased_at timestamptz")}
      union all
      select c.id, d.erased_at, false
      from doomed d join checkouts c on c.person_key = d.kind || '|' || d.namespace || '|' || d.value
    ) found group by id)`,
  sql`checkouts_unlinked as (
    update checkouts c set customer_id = null,
      person_key = case when t.is_erased then null else c.person_key end,
      email = case when t.is_erased then null else c.email end,
      phone = case when t.is_erased then null else c.phone end,
      contact = case when t.is_erased then null else c.contact end,
      erased_at = case when t.is_erased then greatest(t.erased_at, c.erased_at) else c.erased_at end
    from checkout_targets t where c.id = t.id
    returning c.shop_id, c.external_id, t.is_erased)`,
];

const CUSTOMERS = [
  sql`parties as (
    select customer_id from doomed union select customer_id from targets where customer_id is not null)`,
  sql`identities_forgotten as (delete from identities i using doomed d where i.id = d.id)`,
  // Customers that were merged into one that goes are the same person.
  sql`gone(id) as (
    select d.customer_id from doomed d
    where not exists (
      select from identities i where i.customer_id = d.customer_id and i.id not in (select id from doomed))
    union
    select c.id from gone g join customers c on c.merged_into = g.id)`,
  sql`customers_deleted as (delete from customers c using gone g where c.id = g.id)`,
];

/** A list's view that looks for one of their emails or phones holds it, and would find nobody any more. */
const VIEWS = [
  sql`views_about as materialized (
    select v.id from (
      select id, lower(state::text) as words, regexp_replace(state::text, '[^0-9]', '', 'g') as digits from views) v
    where exists (select from doomed d where
      (d.kind = 'email' and position(d.value in v.words) > 0)
      or (d.kind = 'phone' and position(regexp_replace(d.value, '^[+](60)?', '') in v.digits) > 0)))`,
  sql`layouts_freed as (
    update list_layouts set default_view_id = null where default_view_id in (select id from views_about))`,
  sql`views_forgotten as (delete from views where id in (select id from views_about))`,
];

const REST = (at: string) => [
  sql`tombstones_written as (
    insert into tombstones (key_hash, erased_at)
    select r.key_hash, r.erased_at from ${section("tombstones", "key_hash text, erased_at timestamptz")}
    on conflict (org_id, key_hash) do update set erased_at = greatest(tombstones.erased_at, excluded.erased_at))`,
  sql`subjects as (
    select r.shop_id, r.subject from ${section("subjects", "shop_id uuid, subject text")}
    union select shop_id, 'order:' || external_id from unlinked where is_erased
    union select shop_id, 'subscription:' || external_id from subscriptions_unlinked where is_erased
    union select shop_id, 'checkout:' || external_id from checkouts_unlinked where is_erased)`,
  sql`deliveries_emptied as (
    update deliveries d set body = null, erased_at = ${at}::timestamptz, ${NAMELESS}
    from subjects s join connections c on c.shop_id = s.shop_id
    where d.subject = s.subject and d.connection_id = c.id)`,
];

/** Later orders of the forgotten, and of those they were told together with: their evidence stands. */
const SURVIVING_ORDERS = sql`
  select id, shop_id as "shopId", placed_at as "toldAt", version_at as "versionAt",
    version_hash as "versionHash", contact, true as "isUnlinked"
  from unlinked where not is_erased
  union all
  select o.id, o.shop_id, o.placed_at, o.version_at, o.version_hash, o.contact, false
  from doomed d
  join identity_edges e on e.from_id = d.id
  join identities partner on partner.id = e.to_id and not partner.is_hub
  join orders o on o.identity_id = partner.id
  where not (${IS_ERASED_ORDER}) and o.id not in (select id from targets)`;

/** The same of subscriptions. */
const SURVIVING_SUBSCRIPTIONS = sql`
  select id, shop_id as "shopId", started_at as "toldAt", version_at as "versionAt",
    version_hash as "versionHash", contact, true as "isUnlinked"
  from subscriptions_unlinked where not is_erased
  union all
  select s.id, s.shop_id, s.started_at, s.version_at, s.version_hash, s.contact, false
  from doomed d
  join identity_edges e on e.from_id = d.id
  join identities partner on partner.id = e.to_id and not partner.is_hub
  join subscriptions s on s.identity_id = partner.id
  where (s.started_at > d.erased_at or s.shop_id <> (select (doc ->> 'onlyShopId')::uuid from input))
    and s.id not in (select id from subscription_targets)`;

/** Edges seen only later; and, when one shop's data go, links to the accounts of other shops. */
const SURVIVING_EDGES = sql`
  select json_build_object('kind', d.kind, 'namespace', d.namespace, 'value', d.value) as "from",
    json_build_object('kind', other.kind, 'namespace', other.namespace, 'value', other.value) as "to",
    e.first_seen_at as "firstSeenAt"
  from doomed d
  join identity_edges e on e.from_id = d.id
  join identities other on other.id = e.to_id
  left join doomed twin on twin.id = other.id
  where e.first_seen_at > greatest(d.erased_at, twin.erased_at)
    or (twin.id is null and other.kind = ${IDENTITY_KINDS[0]}
      and other.namespace <> (select doc ->> 'onlyShopId' from input))`;

/** All that was told under these is later. */
const SURVIVING_IDENTITIES = sql`
  select kind, namespace, value, first_seen_at as "firstSeenAt", profile
  from doomed where first_seen_at > erased_at`;

/** Consents do not say which shop told them: those of an address that other shops know stay. */
const SURVIVING_CONSENTS = sql`
  select d.kind, d.namespace, d.value, c.channel, c.purpose, c.state, c.opt_in_level as "optInLevel",
    c.decided_at as "decidedAt"
  from doomed d join consents c on c.identity_id = d.id
  where c.source = 'shop'
    and (c.decided_at > d.erased_at or (select doc ->> 'onlyShopId' from input) is not null)`;
