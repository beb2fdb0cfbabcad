import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";

/** What happened to customers since an import, besides to the facts of their identities. */
export type Touched = {
  /** Customers with an order, a subscription or a consent since: whatever names them stays. */
  bought: ReadonlySet<string>;
  /** Customers on whom somebody worked since: notes, tags, custom fields. */
  worked: ReadonlySet<string>;
  /** Tags and values that still are the import's own, as `customer tag` and `customer field`. */
  ownTags: ReadonlySet<string>;
  ownValues: ReadonlySet<string>;
  /** Of which nobody said anything after the import, as `identity channel`. */
  ownConsents: ReadonlySet<string>;
};

const touchedRow = z.object({
  bought: z.array(z.uuid()),
  worked: z.array(z.uuid()),
  tags: z.array(z.string()),
  values: z.array(z.string()),
  consents: z.array(z.string()),
});

/** Reads what happened to the customers since the import's time; its own orders count only where they stay. */
export async function findTouched(
  tx: OrgTransaction,
  customerIds: readonly string[],
  { at, importId, keptOrders = [] }: { at: string; importId: string; keptOrders?: readonly string[] },
): Promise<Touched> {
  const ids = sql`${sql.param([...customerIds])}::uuid[]`;
  const time = sql`${at}::timestamptz`;
  const result = await tx.execute(sql`
    select
      (select coalesce(json_agg(id), '[]') from (
        select customer_id as id from orders o where customer_id = any(${ids}) and updated_at >= ${time}
          and (o.id = any(${sql.param([...keptOrders])}::uuid[]) or not exists (select from import_rows r
            where r.record_id = o.id and r.import_id = ${importId}::uuid and r.undone is distinct from 'kept'))
        union select customer_id from subscriptions where customer_id = any(${ids}) and updated_at >= ${time}
        union select i.customer_id from identities i join consents c on c.identity_id = i.id
          where i.customer_id = any(${ids}) and c.source <> 'import' and c.recorded_at >= ${time}) b) as bought,
      (select coalesce(json_agg(id), '[]') from (
        select customer_id as id from notes where customer_id = any(${ids}) and created_at >= ${time}
        union select customer_id from customer_tags
          where customer_id = any(${ids}) and source <> 'import' and created_at >= ${time}
        union select customer_id from custom_field_values
          where customer_id = any(${ids}) and source <> 'import' and set_at >= ${time}) w
      ) as worked,
      (select coalesce(json_agg(customer_id || ' ' || tag_id), '[]') from customer_tags
        where customer_id = any(${ids}) and source = 'import' and created_at = ${time}) as tags,
      (select coalesce(json_agg(customer_id || ' ' || field_id), '[]') from custom_field_values
        where customer_id = any(${ids}) and source = 'import' and set_at = ${time}) as values,
      (select coalesce(json_agg(identity_id || ' ' || channel), '[]') from (
        select distinct on (c.identity_id, c.channel) c.identity_id, c.channel, c.source, c.decided_at
        from identities i join consents c on c.identity_id = i.id where i.customer_id = any(${ids})
        order by c.identity_id, c.channel, c.decided_at desc, c.recorded_at desc, c.id desc) latest
        where source = 'import' and decided_at = ${time}) as consents`);
  const [row] = readRows(touchedRow, result);
  if (!row) throw new Error("what happened since has no row");
  return {
    bought: new Set(row.bought),
    worked: new Set(row.worked),
    ownTags: new Set(row.tags),
    ownValues: new Set(row.values),
    ownConsents: new Set(row.consents),
  };
}
