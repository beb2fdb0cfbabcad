import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { type CustomerView, getCustomer } from "../customers/get-customer.server";
import { FIELD_TYPES } from "../fields/field-types";
import { fromStored, storedValueSchema } from "../fields/stored-value";

const belongingsRow = z.object({
  id: z.uuid(),
  tags: z.array(z.string()),
  notes: z.number(),
  values: z.array(
    z.object({
      fieldId: z.uuid(),
      name: z.string(),
      type: z.enum(FIELD_TYPES),
      options: z.array(z.object({ id: z.string(), label: z.string() })),
      rows: z.array(storedValueSchema),
    }),
  ),
});

/** One of two customers side by side. */
export type MergeCandidate = CustomerView & {
  tags: string[];
  notes: number;
  values: ReturnType<typeof withValue>[];
};

/** Two customers with all that a merge brings together, in one round trip. Throws `not_found`. */
export async function getMergePair(
  ctx: OrgContext,
  ids: { one: string; other: string },
): Promise<{ survivor: MergeCandidate; absorbed: MergeCandidate }> {
  const [one, other, belongings] = await Promise.all([
    getCustomer(ctx, { customerId: ids.one }),
    getCustomer(ctx, { customerId: ids.other }),
    ctx.db.read(selectBelongings(ctx, ids)),
  ]);
  const rows = new Map(readRows(belongingsRow, belongings).map((row) => [row.id, row]));
  const candidate = (customer: CustomerView): MergeCandidate => {
    const { tags = [], notes = 0, values = [] } = rows.get(customer.id) ?? {};
    return { ...customer, tags, notes, values: values.map(withValue) };
  };
  return { survivor: candidate(one), absorbed: candidate(other) };
}

function withValue({ rows, ...field }: z.output<typeof belongingsRow>["values"][number]) {
  return { ...field, value: fromStored(field.type, rows) };
}

function selectBelongings({ db }: OrgContext, { one, other }: { one: string; other: string }) {
  return db.orm.execute(sql`
    select c.id,
      (select coalesce(json_agg(g.name order by g.name), '[]')
        from customer_tags t join tags g on g.id = t.tag_id where t.customer_id = c.id) as tags,
      (select count(*)::int from notes n where n.customer_id = c.id and n.deleted_at is null) as notes,
      (select coalesce(json_agg(v), '[]') from (
        select f.id as "fieldId", f.name, f.type, f.options, json_agg(v order by v.item) as rows
        from custom_field_values v join custom_fields f on f.id = v.field_id
        where v.customer_id = c.id and f.archived_at is null
        group by f.id, f.name, f.type, f.options, f.position order by f.position, f.id) v) as "values"
    from customers c where c.id in (${one}::uuid, ${other}::uuid)`);
}
