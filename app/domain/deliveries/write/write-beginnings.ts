import { type SQL, sql } from "drizzle-orm";
import { toStored } from "~/domain/fields/stored-value";
import type { BatchDraft } from "../batch-draft";
import { names, partFor } from "./row-source";

const VALUE = {
  customer_id: "uuid",
  field_id: "uuid",
  item: "text",
  text_value: "text",
  folded_value: "text",
  number_value: "bigint",
  currency: "text",
  date_value: "date",
  yes_value: "boolean",
  option_id: "uuid",
  unique_key: "text",
} as const;

/** Writes what the custom fields of customers that the batch made begin with. */
export function beginningParts({ begin, newcomers }: BatchDraft, at: string): SQL[] {
  if (!begin) return [];
  const stored = begin.values.flatMap(({ field, value }) =>
    toStored(field, value).map((one) => ({ field_id: field.id, ...one })),
  );
  const rows = newcomers.flatMap((customer_id) => stored.map((one) => ({ customer_id, ...one })));
  return partFor(
    VALUE,
    rows,
    (source) => sql`values_begun as (
      insert into custom_field_values (${names(VALUE)}, source, set_at)
      select ${names(VALUE, "r.")}, ${begin.source}, ${at}::timestamptz from ${source}
      where exists (select from custom_fields f where f.id = r.field_id and f.archived_at is null)
      on conflict (org_id, customer_id, field_id, item) do nothing)`,
  );
}
