import { type SQL, sql } from "drizzle-orm";
import type { ValueStamp } from "../fields/set-field-values.server";

export type TagRow = { customerId: string; tagId: string };

/**
 * The statement that tags customers; those that exist. Its rows are those that did
 * not have the tag before, as `TagRow`. The tags' counts follow by themselves.
 */
export function applyTags(rows: readonly TagRow[], stamp: ValueStamp): SQL {
  return sql`
    insert into customer_tags (customer_id, tag_id, source, actor_id, created_at)
    select distinct c.id, t.id, ${stamp.source}, ${stamp.actorId}::uuid, ${stamp.at}::timestamptz
    from ${recordset(rows)} join customers c on c.id = r.customer_id and c.merged_into is null
      join tags t on t.id = r.tag_id
    on conflict (org_id, customer_id, tag_id) do nothing
    returning customer_id as "customerId", tag_id as "tagId"`;
}

/** The statement that takes tags off customers; its rows are those that had the tag. */
export function removeTags(rows: readonly TagRow[]): SQL {
  return sql`
    delete from customer_tags t using ${recordset(rows)}
    where t.customer_id = r.customer_id and t.tag_id = r.tag_id
    returning t.customer_id as "customerId", t.tag_id as "tagId"`;
}

function recordset(rows: readonly TagRow[]): SQL {
  const json = JSON.stringify(
    rows.map(({ customerId, tagId }) => ({ customer_id: customerId, tag_id: tagId })),
  );
  return sql`jsonb_to_recordset(${json}::jsonb) as r(customer_id uuid, tag_id uuid)`;
}
