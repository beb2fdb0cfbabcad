import { type SQL, sql } from "drizzle-orm";

/** A customer whose identities another one took over. */
export type TakenOver = { from: string; into: string };

/**
 * The statement that gives tags, custom values and notes of customers that were
 * taken over to those that stay. Tags unite; of two values of a field the later set one
 * stands, with all its choices.
 */
export function moveBelongings(merges: readonly TakenOver[]): SQL {
  const rows = merges.map(({ from, into }) => ({ from_id: from, into_id: into }));
  return sql`
    with merges as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(from_id uuid, into_id uuid)),
    tags_given as (
      insert into customer_tags (customer_id, tag_id, source, actor_id, created_at)
      select distinct on (m.into_id, t.tag_id) m.into_id, t.tag_id, t.source, t.actor_id, t.created_at
      from merges m join customer_tags t on t.customer_id = m.from_id
      order by m.into_id, t.tag_id, t.created_at
      on conflict (org_id, customer_id, tag_id) do nothing),
    tags_left as (delete from customer_tags t using merges m where t.customer_id = m.from_id),
    notes_moved as (update notes n set customer_id = m.into_id from merges m where n.customer_id = m.from_id),
    contenders as materialized (
      select p.into_id, v.customer_id, v.field_id, v.item, v.set_at
      from (select from_id, into_id from merges union select into_id, into_id from merges) p
      join custom_field_values v on v.customer_id = p.from_id),
    winners as materialized (
      select distinct on (into_id, field_id) into_id, field_id, customer_id
      from contenders order by into_id, field_id, set_at desc, customer_id),
    values_dropped as (
      delete from custom_field_values v using contenders c, winners w
      where v.customer_id = c.customer_id and v.field_id = c.field_id and v.item = c.item
        and w.into_id = c.into_id and w.field_id = c.field_id and w.customer_id <> c.customer_id
      returning v.item),
    -- After what loses its place is gone.
    values_moved as (
      update custom_field_values v set customer_id = w.into_id
      from winners w, (select count(*) from values_dropped) dropped
      where v.customer_id = w.customer_id and v.field_id = w.field_id and w.customer_id <> w.into_id)
    select 1`;
}
