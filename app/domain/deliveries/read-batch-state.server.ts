import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import type { BatchKeys } from "./batch-keys";
import { type BatchState, batchStateSchema } from "./batch-state";

export type BatchQuestion = BatchKeys & {
  shopId: string;
  /** Tombstone hashes to look for. */
  hashes: string[];
  /** Customers to load with all their identities, besides those of the keys. */
  customerIds: readonly string[];
  /** Bounds of the deliveries' received times: they choose the partitions. */
  received: { from: string; to: string };
};

/**
 * Everything that a batch may meet, in one statement. Identities come with all
 * those that any chain of edges, or of decisions that they are one, connects to
 * them, except through a hub. Each key
 * is compared by leakproof operators, so that indexes serve under row-level
 * security; `offset 0` keeps each look-up by itself, where a join would let
 * Postgres read the whole organization.
 */
export async function readBatchState(tx: OrgTransaction, asked: BatchQuestion): Promise<BatchState> {
  const result = await tx.execute(sql`
    with recursive
    order_rows as (
      select * from orders where shop_id = ${asked.shopId}::uuid and external_id = any(${texts(asked.orders)})
    ),
    subscription_rows as (
      select * from subscriptions
      where shop_id = ${asked.shopId}::uuid and external_id = any(${texts(asked.subscriptions)})
    ),
    starts as (
      select found.id
      from unnest(
        ${texts(asked.identities.map((key) => key.kind))},
        ${texts(asked.identities.map((key) => key.namespace))},
        ${texts(asked.identities.map((key) => key.value))}
      ) as key(kind, namespace, value)
      cross join lateral (
        select i.id from identities i
        where i.kind = key.kind and i.namespace = key.namespace and i.value = key.value offset 0
      ) found
      union select identity_id from order_rows where identity_id is not null
      union select identity_id from subscription_rows where identity_id is not null
      union select id from identities where customer_id = any(${uuids(asked.customerIds)})
    ),
    component(id) as (
      select id from starts
      union
      select next.to_id
      from component c
      cross join lateral (
        select l.to_id from identities i
        cross join lateral (
          select e.to_id from identity_edges e where e.from_id = i.id
          union all
          select d.to_id from identity_decisions d where d.from_id = i.id and d.verdict = 'one'
        ) l
        where i.id = c.id and not i.is_hub offset 0
      ) next
    ),
    nodes as materialized (
      select i.* from component c
      cross join lateral (select * from identities i where i.id = c.id offset 0) i
    )
    select json_build_object(${sections(asked)}) as state`);
  const [row] = readRows(z.object({ state: batchStateSchema }), result);
  if (!row) throw new Error("the batch's state has no row");
  return row.state;
}

function sections(asked: BatchQuestion): SQL {
  const shop = sql`${asked.shopId}::uuid`;
  const named = (name: string, rows: SQL) =>
    sql`${sql.raw(`'${name}'`)}, (select coalesce(json_agg(r), '[]') from (${rows}) r)`;
  return sql.join(
    [
      sql`'shop', (select json_build_object('externalId', external_id, 'currency', currency, 'isSample', is_sample,
        'others', (select coalesce(json_agg(o.external_id), '[]') from shops o
          where o.platform = s.platform and o.id <> s.id and o.external_id is not null))
        from shops s where id = ${shop})`,
      named(
        "applied",
        sql`select id, outcome, reason from deliveries
          where id = any(${uuids(asked.deliveryIds)})
            and received_at between ${asked.received.from}::timestamptz and ${asked.received.to}::timestamptz`,
      ),
      named(
        "orders",
        sql`select id, external_id as "externalId", customer_id as "customerId", identity_id as "identityId",
          currency, refunded_minor as "refundedMinor", placed_at as "placedAt", version_at as "versionAt",
          version_rank as "versionRank", version_hash as "versionHash", removed_at as "removedAt",
          erased_at as "erasedAt", corrections, checkout_external_id as "checkoutExternalId" from order_rows`,
      ),
      named(
        "refunds",
        sql`select id, external_id as "externalId", order_external_id as "orderExternalId", order_id as "orderId",
          amount_minor as "amountMinor", currency, reason, refunded_at as "refundedAt" from refunds
          where shop_id = ${shop} and order_external_id = any(${texts(asked.orders)})`,
      ),
      named(
        "products",
        sql`select id, external_id as "externalId", version_at as "versionAt", version_hash as "versionHash",
          removed_at as "removedAt", corrections from products
          where shop_id = ${shop} and external_id = any(${texts(asked.products)})`,
      ),
      named(
        "subscriptions",
        sql`select id, external_id as "externalId", identity_id as "identityId", version_at as "versionAt",
          version_rank as "versionRank", version_hash as "versionHash", removed_at as "removedAt",
          erased_at as "erasedAt", corrections from subscription_rows`,
      ),
      named(
        "checkouts",
        sql`select id, external_id as "externalId", person_key as "personKey", visits, completed_at as "completedAt",
          order_id as "orderId", version_at as "versionAt", version_hash as "versionHash", removed_at as "removedAt",
          erased_at as "erasedAt" from checkouts
          where shop_id = ${shop} and external_id = any(${texts(asked.checkouts)})`,
      ),
      named(
        "completing",
        sql`select o.id, o.external_id as "externalId", o.checkout_external_id as "checkoutExternalId",
          o.placed_at as "placedAt"
          from unnest(${texts(asked.checkouts)}) as key(checkout)
          cross join lateral (
            select * from orders where shop_id = ${shop} and checkout_external_id = key.checkout offset 0
          ) o`,
      ),
      named("removals", removals(asked)),
      named(
        "identities",
        sql`select id, kind, namespace, value, customer_id as "customerId", is_hub as "isHub", profile,
          first_seen_at as "firstSeenAt" from nodes`,
      ),
      named(
        "edges",
        sql`select e.from_id as "fromId", e.to_id as "toId", e.first_seen_at as "firstSeenAt"
          from nodes n
          cross join lateral (select * from identity_edges e where e.from_id = n.id offset 0) e
          where not n.is_hub`,
      ),
      named(
        "decisions",
        sql`select d.from_id as "fromId", d.to_id as "toId", d.verdict
          from nodes n
          cross join lateral (select * from identity_decisions d where d.from_id = n.id offset 0) d
          where d.from_id < d.to_id`,
      ),
      named(
        "customers",
        sql`select c.id, profile, is_sample as "isSample", deleted_at as "deletedAt", merged_into as "mergedInto"
          from (select customer_id from nodes union select unnest(${uuids(asked.customerIds)})) n
          cross join lateral (select * from customers c where c.id = n.customer_id offset 0) c`,
      ),
      named(
        "tombstones",
        sql`select key_hash as "keyHash", erased_at as "erasedAt" from tombstones
          where key_hash = any(${texts(asked.hashes)})`,
      ),
      named(
        "defaults",
        sql`select id, type, options, is_required as "isRequired", is_unique as "isUnique", currency,
          default_value as "defaultValue" from custom_fields
          where archived_at is null and default_value is not null and not is_unique`,
      ),
    ],
    sql`, `,
  );
}

function removals(asked: BatchQuestion): SQL {
  const of = (kind: string, ids: string[]) =>
    sql`select kind, external_id as "externalId", removed_at as "removedAt", restored_at as "restoredAt"
      from removals where shop_id = ${asked.shopId}::uuid and kind = ${kind} and external_id = any(${texts(ids)})`;
  return sql`${of("order", asked.orders)} union all ${of("product", asked.products)}
    union all ${of("customer", asked.accounts)} union all ${of("subscription", asked.subscriptions)}
    union all ${of("checkout", asked.checkouts)}`;
}

function uuids(ids: readonly string[]): SQL {
  return sql`${sql.param([...ids])}::uuid[]`;
}

function texts(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`;
}
