import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { IDENTITY_KINDS, keyText } from "../customers/identity-key";
import type { TombstoneHasher } from "../customers/tombstones";
import type { PeopleToErase } from "./erase-people.server";
import { orderTombstone } from "./tombstone-texts";

const familySchema = z.object({
  /** The customer, and everyone who was merged into it. */
  customers: z.array(z.uuid()).min(1),
  identities: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(IDENTITY_KINDS),
      namespace: z.string(),
      value: z.string(),
      isHub: z.boolean(),
    }),
  ),
  orders: z.array(z.object({ shopId: z.uuid(), externalId: z.string() })),
  /** Until when everything told of them is erased: now, or the latest that shops dated ahead. ISO 8601 UTC. */
  until: z.string(),
});

export type Family = z.output<typeof familySchema>;

/** Everything a customer is known by; null when there is no such customer. */
export async function pickFamily(tx: OrgTransaction, id: string, now: string): Promise<Family | null> {
  const result = await tx.execute(sql`
    with recursive family(id) as (
      select id from customers where id = ${id}::uuid
      union select c.id from family f join customers c on c.merged_into = f.id
    ),
    known as materialized (select i.* from identities i where i.customer_id in (select id from family)),
    bought as materialized (
      select shop_id, external_id, placed_at from orders
      where customer_id in (select id from family) or identity_id in (select id from known)
    ),
    begun as (
      select started_at from subscriptions where identity_id in (select id from known)
      union all select started_at from checkouts where customer_id in (select id from family)
    )
    select (select json_agg(id) from family) as customers,
      (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'namespace', namespace, 'value', value,
        'isHub', is_hub)), '[]') from known) as identities,
      (select coalesce(json_agg(json_build_object('shopId', shop_id, 'externalId', external_id)), '[]')
        from bought) as orders,
      to_char(greatest(${now}::timestamptz, (select max(first_seen_at) from known),
        (select max(decided_at) from consents where identity_id in (select id from known)),
        (select max(placed_at) from bought), (select max(started_at) from begun)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as until
    where exists (select from family)`);
  return readRows(familySchema, result)[0] ?? null;
}

/** What is to be erased of a family. What many share proves nothing about one of them, so it gets no tombstone. */
export async function peopleOf(family: Family, hasher: TombstoneHasher): Promise<PeopleToErase> {
  const erased_at = family.until;
  const { identities, orders } = family;
  const own = identities.filter(({ isHub }) => !isHub);
  const keys = [
    ...own.map(keyText),
    ...orders.map(({ shopId, externalId }) => orderTombstone(shopId, externalId)),
  ];
  return {
    identities: identities.map(({ id }) => ({ id, erased_at })),
    orders: orders.map(({ shopId, externalId }) => ({ shop_id: shopId, external_id: externalId, erased_at })),
    subscriptions: [],
    checkouts: [],
    keys: own.map(({ kind, namespace, value }) => ({
      ...{ key: keyText({ kind, namespace, value }), kind, value, erased_at },
    })),
    tombstones: await Promise.all(keys.map(async (key) => ({ key_hash: await hasher.hash(key), erased_at }))),
    subjects: [
      ...identities
        .filter(({ kind }) => kind === "platform")
        .map(({ namespace, value }) => ({ shop_id: namespace, subject: `customer:${value}` })),
      ...orders.map(({ shopId, externalId }) => ({ shop_id: shopId, subject: `order:${externalId}` })),
    ],
    onlyShopId: null,
  };
}
