import { type SQL, sql } from "drizzle-orm";
import { foundCustomers } from "~/domain/customers/found-customers.server";
import { parseSearchQuery } from "~/domain/customers/search-terms";

/** Customers whose deliveries a search by name or contact gives, and how many records of each. */
const MOST_CUSTOMERS = 20;
const MOST_RECORDS = 200;

const KINDS = ["order", "refund", "customer", "product", "subscription", "checkout"];

/**
 * What deliveries may be about that fit what was typed, as rows `(shop_id, subject)`: a subject
 * (`order:727`) or a platform's own number, an order's number as people call it, and the records of
 * the customers that a search finds. `shop_id` is null where any shop's counts. Bounded.
 */
export function toldSubjects(typed: string): SQL {
  const query = typed.trim();
  const plain = query.replace(/^#/, "");
  const literal = query.includes(":") ? [query.toLowerCase()] : KINDS.map((kind) => `${kind}:${plain}`);
  const parts = [sql`select null::uuid as shop_id, unnest(${sql.param(literal)}::text[]) as subject`];
  const terms = parseSearchQuery(query);
  if (terms && terms.numbers.length > 0) parts.push(...numbered(terms.numbers));
  // The number of an order finds that order, not all of its buyer's; and a few digits are no phone.
  if (terms && !/^#?\d{1,6}$/.test(query))
    parts.push(ofCustomers(foundCustomers({ ...terms, numbers: [] }, MOST_CUSTOMERS)));
  return sql.join(parts, sql` union all `);
}

const SALES = ["order", "subscription", "checkout"] as const;

function numbered(numbers: readonly string[]): SQL[] {
  return SALES.map(
    (kind) => sql`(select shop_id, ${`${kind}:`} || external_id from ${sql.raw(`${kind}s`)}
      where number = any(${sql.param([...numbers])}::text[]) and shop_id is not null limit ${MOST_RECORDS})`,
  );
}

function ofCustomers(found: SQL): SQL {
  const own = (kind: (typeof SALES)[number], newest: SQL) => sql`
    select shop_id, ${`${kind}:`} || external_id as subject from ${sql.raw(`${kind}s`)}
    where customer_id = found.customer_id and shop_id is not null order by ${newest} limit ${MOST_RECORDS}`;
  return sql`(select own.* from ${found} cross join lateral (
      (${own("order", sql`placed_at desc nulls last, id desc nulls last`)})
      union all (${own("subscription", sql`started_at desc`)})
      union all (${own("checkout", sql`active_at desc`)})
      union all (select i.namespace::uuid, 'customer:' || i.value from identities i
        where i.customer_id = found.customer_id and i.kind = 'platform' limit ${MOST_RECORDS})) own)`;
}
