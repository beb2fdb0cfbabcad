import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { FieldDefinition, FieldValue, ValueSource } from "./field-types";
import { storedValueSchema, toStored } from "./stored-value";

/** Null clears the field. */
export type FieldValueRow = {
  customerId: string;
  field: Pick<FieldDefinition, "id" | "isUnique">;
  value: FieldValue | null;
};

/** Who says so; `at` is ISO 8601 UTC. */
export type ValueStamp = { source: ValueSource; actorId: string | null; at: string };

/** A row of the statement's result: what the field held before; `fromStored` reads it. */
export const valueBefore = z.object({
  customerId: z.uuid(),
  fieldId: z.uuid(),
  before: z.array(storedValueSchema),
});

const COLUMNS = `item text, text_value text, folded_value text, number_value bigint, currency text, date_value date,
  yes_value boolean, option_id uuid, unique_key text`;
const NAMES = `item, text_value, folded_value, number_value, currency, date_value, yes_value, option_id, unique_key`;

/**
 * The statement that sets custom fields of many customers, each pair of customer
 * and field once. Customers that do not exist or were merged are left out. Its rows
 * are `valueBefore`. Fails with 23505 where a unique value is another customer's.
 */
export function setFieldValues(rows: readonly FieldValueRow[], stamp: ValueStamp): SQL {
  const pairs = rows.map(({ customerId, field }) => ({ customer_id: customerId, field_id: field.id }));
  const values = rows.flatMap(({ customerId, field, value }) =>
    toStored(field, value).map((stored) => ({ customer_id: customerId, field_id: field.id, ...stored })),
  );
  const columns = sql.raw(COLUMNS);
  const names = sql.raw(NAMES);
  const updates = sql.raw(
    NAMES.split(/,\s*/)
      .map((name) => `${name} = excluded.${name}`)
      .join(", "),
  );
  return sql`
    with pairs as materialized (
      select r.customer_id, r.field_id
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r(customer_id uuid, field_id uuid)
      join customers c on c.id = r.customer_id and c.merged_into is null),
    told as materialized (
      select r.* from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(customer_id uuid, field_id uuid, ${columns})
      join pairs p on p.customer_id = r.customer_id and p.field_id = r.field_id),
    dropped as (
      delete from custom_field_values v using pairs p
      where v.customer_id = p.customer_id and v.field_id = p.field_id
        and not exists (select from told r
          where r.customer_id = v.customer_id and r.field_id = v.field_id and r.item = v.item)),
    written as (
      insert into custom_field_values (customer_id, field_id, ${names}, source, actor_id, set_at)
      select customer_id, field_id, ${names}, ${stamp.source}, ${stamp.actorId}::uuid, ${stamp.at}::timestamptz from told
      on conflict (org_id, customer_id, field_id, item) do update set ${updates}, source = excluded.source,
        actor_id = excluded.actor_id, set_at = excluded.set_at)
    select p.customer_id as "customerId", p.field_id as "fieldId", (
      select coalesce(jsonb_agg(to_jsonb(v) order by v.item), '[]') from custom_field_values v
      where v.customer_id = p.customer_id and v.field_id = p.field_id) as before
    from pairs p`;
}

/** Who else holds a value of a unique field. */
export const takenValue = z.object({
  fieldId: z.uuid(),
  uniqueKey: z.string(),
  customerId: z.uuid(),
  isTrashed: z.boolean(),
});

/** The query for the customers, those in the trash too, that hold the unique values; its rows are `takenValue`. */
export function findTakenValues(values: readonly { fieldId: string; uniqueKey: string }[]): SQL {
  const rows = values.map(({ fieldId, uniqueKey }) => ({ field_id: fieldId, unique_key: uniqueKey }));
  return sql`
    select v.field_id as "fieldId", v.unique_key as "uniqueKey", v.customer_id as "customerId",
      c.deleted_at is not null as "isTrashed"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(field_id uuid, unique_key text)
    join custom_field_values v on v.field_id = r.field_id and v.unique_key = r.unique_key
    join customers c on c.id = v.customer_id`;
}
