import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";

/** What happened to customers since an import, besides to the facts of their identities. */
export type Touched = {
  /** Customers with an order, a subscription or a consent since: whatever names them stays. */
  bought: ReadonlySet<string>;
  /** Customers on whom somebody worked: notes, tags, custom fields. */
  worked: ReadonlySet<string>;
  /** Tags and values that still are the import's own, as `customer tag` and `customer field`. */
  ownTags: ReadonlySet<string>;
  ownValues: ReadonlyMap<string, string>;
};

const touchedRow = z.object({
  bought: z.array(z.uuid()),
  worked: z.array(z.uuid()),
  tags: z.array(z.string()),
  values: z.array(z.object({ place: z.string(), type: z.string() })),
});

/** Reads what happened to the customers since the import's time. */
export async function findTouched(
  tx: OrgTransaction,
  customerIds: readonly string[],
  { at }: { at: string },
): Promise<Touched> {
  const ids = sql`${sql.param([...customerIds])}::uuid[]`;
  const time = sql`${at}::timestamptz`;
  const result = await tx.execute(sql`
    select
      (select coalesce(json_agg(id), '[]') from (
        select customer_id as id from orders where customer_id = any(${ids}) and updated_at >= ${time}
        union select customer_id from subscriptions where customer_id = any(${ids}) and updated_at >= ${time}
        union select i.customer_id from identities i join consents c on c.identity_id = i.id
          where i.customer_id = any(${ids}) and c.source <> 'import' and c.recorded_at >= ${time}) b) as bought,
      (select coalesce(json_agg(id), '[]') from (
        select customer_id as id from notes where customer_id = any(${ids})
        union select customer_id from customer_tags where customer_id = any(${ids}) and source <> 'import'
        union select customer_id from custom_field_values where customer_id = any(${ids}) and source <> 'import') w
      ) as worked,
      (select coalesce(json_agg(customer_id || ' ' || tag_id), '[]') from customer_tags
        where customer_id = any(${ids}) and source = 'import' and created_at = ${time}) as tags,
      (select coalesce(json_agg(json_build_object('place', v.customer_id || ' ' || v.field_id, 'type', f.type)), '[]')
        from custom_field_values v join custom_fields f on f.id = v.field_id
        where v.customer_id = any(${ids}) and v.source = 'import' and v.set_at = ${time}) as values`);
  const [row] = readRows(touchedRow, result);
  if (!row) throw new Error("what happened since has no row");
  return {
    bought: new Set(row.bought),
    worked: new Set(row.worked),
    ownTags: new Set(row.tags),
    ownValues: new Map(row.values.map(({ place, type }) => [place, type])),
  };
}
