import { type SQL, sql } from "drizzle-orm";
import { type BulkRun, keptRows, timeOf } from "./bulk-run";
import type { PlannedAct } from "./planned-act.schema";

type FieldAct = Extract<PlannedAct, { fieldId: string }>;

const COLUMNS = sql.raw(
  "item, text_value, folded_value, number_value, currency, date_value, yes_value, option_id, unique_key",
);
const TYPED = sql.raw(`item text, text_value text, folded_value text, number_value bigint, currency text,
  date_value date, yes_value boolean, option_id uuid, unique_key text`);
const META = sql.raw("'{org_id,customer_id,field_id}'::text[]");
const STAMPS = sql.raw("'{org_id,customer_id,field_id,source,actor_id,set_at}'::text[]");

/** What a customer holds in the field, as JSON; `left` names what is left out. */
const held = (customer: SQL, fieldId: string, left: SQL): SQL => sql`(
  select coalesce(jsonb_agg(to_jsonb(v) - ${left} order by v.item), '[]') from custom_field_values v
  where v.customer_id = ${customer} and v.field_id = ${fieldId}::uuid)`;

/** Gives the field its new value, or none, wherever it holds another one. */
export function setFieldStatements(run: BulkRun, { fieldId, values }: FieldAct): SQL[] {
  const sorted = [...values].sort((a, b) => (String(a.item) < String(b.item) ? -1 : 1));
  const wanted = JSON.stringify(sorted);
  const keep = sql`
    insert into bulk_change_rows (change_id, record_id, outcome, before, after)
    select ${run.changeId}::uuid, c.id, 'changed',
      jsonb_build_object('values', ${held(sql`c.id`, fieldId, META)}), jsonb_build_object('at', ${timeOf(run)})
    from customers c
    where c.id = any (${run.ids}) and c.deleted_at is null and c.merged_into is null
      and ${held(sql`c.id`, fieldId, STAMPS)} <> ${wanted}::jsonb
    on conflict do nothing`;
  const write = sql`
    insert into custom_field_values (customer_id, field_id, ${COLUMNS}, source, actor_id, set_at)
    select r.record_id, ${fieldId}::uuid, ${COLUMNS}, 'person', ${run.by}::uuid, ${timeOf(run)}
    from ${keptRows(run, "changed")} cross join jsonb_to_recordset(${wanted}::jsonb) as n (${TYPED})`;
  const drop = dropValues(run, fieldId, "changed");
  return values.length > 0 ? [keep, drop, write] : [keep, drop];
}

/** Puts back what the field held in what was marked as undone. */
export function putFieldBack(run: BulkRun, { fieldId }: FieldAct): SQL[] {
  const write = sql`
    insert into custom_field_values (customer_id, field_id, ${COLUMNS}, source, actor_id, set_at)
    select r.record_id, ${fieldId}::uuid, ${COLUMNS}, n.source, n.actor_id, n.set_at
    from ${keptRows(run, "undone")}
    cross join jsonb_to_recordset(r.before -> 'values') as n (${TYPED}, source text, actor_id uuid, set_at timestamptz)
    on conflict do nothing`;
  return [dropValues(run, fieldId, "undone"), write];
}

/** Whether the field of the row `r` still is as the change left it. */
export function isFieldAsLeft({ fieldId, kind }: FieldAct): SQL {
  const its = sql`from custom_field_values v where v.customer_id = r.record_id and v.field_id = ${fieldId}::uuid`;
  const isByOthers = sql`exists (select ${its} and v.set_at <> (r.after ->> 'at')::timestamptz)`;
  const isThere = kind === "set_field" ? sql`exists (select ${its})` : sql`true`;
  return sql`not ${isByOthers} and ${isThere} and exists (select from custom_fields f where f.id = ${fieldId}::uuid)`;
}

function dropValues(run: BulkRun, fieldId: string, outcome: "changed" | "undone"): SQL {
  return sql`delete from custom_field_values v using ${keptRows(run, outcome)}
    where v.customer_id = r.record_id and v.field_id = ${fieldId}::uuid`;
}
