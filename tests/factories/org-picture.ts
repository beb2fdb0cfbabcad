import type pg from "pg";

/**
 * Everything ingestion keeps of an organization, by natural keys instead of ids
 * and in a fixed order, so that two organizations can be compared. Left out is
 * what tells of arrival: the delivery log, customers merged into others, and the
 * times of the writes.
 */
export async function pictureOf(owner: pg.Pool, orgId: string) {
  const rows = async (text: string) => (await owner.query(text, [orgId])).rows;
  const [identities, edges, customers, spend, orders] = await Promise.all([
    rows(`select ${KEY("i")} as key, is_hub, first_seen_at, profile, ${PERSON("i.customer_id")} as person
          from identities i where org_id = $1 order by 1`),
    rows(`select ${KEY("a")} as one, ${KEY("b")} as other, e.first_seen_at from identity_edges e
          join identities a on a.id = e.from_id join identities b on b.id = e.to_id where e.org_id = $1 order by 1, 2`),
    rows(`select ${PERSON("c.id")} as person, name, sort_name, email, phone, phone_raw, company, city, state, country,
          profile, search_text, orders_count, first_order_at, last_order_at, is_sample, deleted_at
          from customers c where org_id = $1 and merged_into is null order by 1`),
    rows(`select ${PERSON("s.customer_id")} as person, currency, orders_count, gross_minor, refunded_minor, net_minor
          from customer_spend s where org_id = $1 order by 1, 2`),
    rows(`select to_jsonb(o) - '{id,org_id,shop_id,customer_id,identity_id,created_at,updated_at}'::text[] as told,
          ${PERSON("o.customer_id")} as person,
          (select ${KEY("i")} from identities i where i.id = o.identity_id) as identity,
          (select jsonb_agg(to_jsonb(t) - '{org_id,order_id}'::text[] order by position)
             from order_items t where t.order_id = o.id) as items,
          (select jsonb_agg(to_jsonb(t) - '{org_id,order_id}'::text[] order by at, source_status)
             from order_status_changes t where t.order_id = o.id) as statuses
          from orders o where org_id = $1 order by external_id`),
  ]);
  const [refunds, removals, products, consents, tombstones] = await Promise.all([
    rows(`select external_id, order_external_id, amount_minor, currency, reason, refunded_at, order_id is not null as is_found
          from refunds where org_id = $1 order by 1`),
    rows(`select kind, external_id, removed_at, restored_at from removals where org_id = $1 order by 1, 2`),
    rows(`select to_jsonb(p) - '{id,org_id,shop_id,created_at,updated_at}'::text[] as told
          from products p where org_id = $1 order by external_id`),
    rows(`select ${KEY("i")} as key, channel, purpose, c.state, source, opt_in_level, decided_at
          from consents c join identities i on i.id = c.identity_id where c.org_id = $1 order by 1, 2, 7, 4`),
    rows(`select erased_at, count(*) from tombstones where org_id = $1 group by 1 order by 1`),
  ]);
  const [subscriptions, checkouts] = await Promise.all([
    rows(`select to_jsonb(s) - '{id,org_id,shop_id,customer_id,identity_id,created_at,updated_at}'::text[] as told,
          ${PERSON("s.customer_id")} as person,
          (select ${KEY("i")} from identities i where i.id = s.identity_id) as identity
          from subscriptions s where org_id = $1 order by external_id`),
    rows(`select to_jsonb(c) - '{id,org_id,shop_id,customer_id,person_key,order_id,created_at,updated_at}'::text[] as told,
          ${PERSON("c.customer_id")} as person,
          (select external_id from orders o where o.id = c.order_id) as order
          from checkouts c where org_id = $1 order by external_id`),
  ]);
  return {
    ...{ identities, edges, customers, spend, orders, refunds, removals, products, consents, tombstones },
    ...{ subscriptions, checkouts },
  };
}

const KEY = (table: string) =>
  `concat_ws('|', ${table}.kind, nullif(${table}.namespace, '') is not null, ${table}.value)`;

/** A customer by the identities it has. */
const PERSON = (customer: string) =>
  `(select string_agg(${KEY("known")}, ' ' order by ${KEY("known")}) from identities known where known.customer_id = ${customer})`;
