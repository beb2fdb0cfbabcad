import { type SQL, sql } from "drizzle-orm";
import type { MergeRecord, StoredRows } from "~/db/schema/identity";
import type { MergeSide } from "./merge-sides.server";

type Pair = { survivorId: string; absorbedId: string };

/** The custom fields whose values go over: those that were taken, and those that only the absorbed one has. */
export function fieldsTaken(sides: { survivor: MergeSide; absorbed: MergeSide }, taken: ReadonlySet<string>) {
  const own = new Set(sides.survivor.values.map((value) => value.field_id));
  const fields = sides.absorbed.values.map((value) => value.field_id);
  return [...new Set(fields.filter((field) => taken.has(field) || !own.has(field)))];
}

/** The statement that gives the survivor tags, chosen values, notes and orders without an identity. */
export function giveBelongings({ survivorId, absorbedId }: Pair, fields: readonly string[]): SQL {
  const chosen = sql`${sql.param([...fields])}::uuid[]`;
  const [into, from] = [sql`${survivorId}::uuid`, sql`${absorbedId}::uuid`];
  return sql`
    with tags_given as (
      insert into customer_tags (customer_id, tag_id, source, actor_id, created_at)
      select ${into}, tag_id, source, actor_id, created_at from customer_tags where customer_id = ${from}
      on conflict (org_id, customer_id, tag_id) do nothing),
    tags_left as (delete from customer_tags where customer_id = ${from}),
    notes_moved as (update notes set customer_id = ${into} where customer_id = ${from}),
    orders_moved as (
      update orders set customer_id = ${into} where customer_id = ${from} and identity_id is null),
    values_dropped as (
      delete from custom_field_values
      where (customer_id = ${into} and field_id = any(${chosen}))
        or (customer_id = ${from} and field_id <> all(${chosen}))
      returning item),
    -- After what loses its place is gone.
    values_moved as (
      update custom_field_values v set customer_id = ${into} from (select count(*) from values_dropped) dropped
      where v.customer_id = ${from} and v.field_id = any(${chosen}))
    select 1`;
}

/** The values that a merge leaves on the survivor. */
export function valuesAfter(
  { survivor, absorbed }: { survivor: MergeSide; absorbed: MergeSide },
  fields: readonly string[],
): StoredRows {
  const isTaken = (row: { field_id: string }) => fields.includes(row.field_id);
  return [
    ...survivor.values.filter((row) => !isTaken(row)),
    ...absorbed.values.filter(isTaken).map((row) => ({ ...row, customer_id: survivor.id })),
  ];
}

/**
 * The statements that give both their belongings back. On the survivor only what is
 * still as the merge left it: a tag that came with the other goes, a value that came
 * with it makes room for the one before. A tag or field that is gone stays gone.
 */
export function returnBelongings({ survivorId, absorbedId }: Pair, record: MergeRecord): SQL[] {
  const given = record.absorbed.tags.filter(
    (tag) => !record.survivor.tags.some((own) => own.tag_id === tag.tag_id),
  );
  const set = fieldsToReturn(record);
  const into = sql`${survivorId}::uuid`;
  const rows = (stored: StoredRows, table: string) =>
    sql`jsonb_populate_recordset(null::${sql.raw(table)}, ${JSON.stringify(stored)}::jsonb)`;
  const before = record.survivor.values.filter((row) => set.includes(String(row.field_id)));
  // The survivor may have become part of somebody else since.
  const values = [...record.absorbed.values, ...before.map((row) => ({ ...row, customer_id: survivorId }))];
  return [
    sql`with applied as (
        select v.field_id, v.item, v.set_at from ${rows(record.applied.values, "custom_field_values")} v),
      -- A field that somebody changed since stays as it is.
      untouched as (
        select f.id from unnest(${sql.param(set)}::uuid[]) as f(id)
        where not exists (
          (select item, set_at from applied a where a.field_id = f.id
            except select item, set_at from custom_field_values v where v.customer_id = ${into} and v.field_id = f.id)
          union all
          (select item, set_at from custom_field_values v where v.customer_id = ${into} and v.field_id = f.id
            except select item, set_at from applied a where a.field_id = f.id)))
      delete from custom_field_values where customer_id = ${into} and field_id in (select id from untouched)`,
    sql`insert into custom_field_values
      select v.* from ${rows(values, "custom_field_values")} v
      where exists (select from custom_fields f where f.id = v.field_id)
        and not exists (select from custom_field_values k
          where k.customer_id = v.customer_id and k.field_id = v.field_id)
      on conflict do nothing`,
    sql`delete from customer_tags where customer_id = ${into}
        and tag_id in (select tag_id from ${rows(given, "customer_tags")})`,
    sql`insert into customer_tags
      select t.* from ${rows(record.absorbed.tags, "customer_tags")} t
      where exists (select from tags g where g.id = t.tag_id) on conflict do nothing`,
    sql`update notes set customer_id = ${absorbedId}::uuid
      where customer_id = ${into} and id = any(${sql.param(record.absorbed.notes)}::uuid[])`,
    sql`update orders set customer_id = ${absorbedId}::uuid
      where customer_id = ${into} and identity_id is null and id = any(${sql.param(record.absorbed.orders)}::uuid[])`,
  ];
}

/** The fields in which the survivor was changed. */
function fieldsToReturn({ survivor, applied }: MergeRecord): string[] {
  const rowsOf = (rows: StoredRows, field: unknown) =>
    JSON.stringify(rows.filter((row) => row.field_id === field));
  const fields = [...new Set([...survivor.values, ...applied.values].map((row) => String(row.field_id)))];
  return fields.filter((field) => rowsOf(survivor.values, field) !== rowsOf(applied.values, field));
}
