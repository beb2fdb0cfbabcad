import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";

const rows = z.array(z.record(z.string(), z.unknown()));

const sideSchema = z.object({
  id: z.uuid(),
  isSample: z.boolean(),
  isListed: z.boolean(),
  tags: rows,
  values: z.array(z.looseObject({ field_id: z.uuid() })),
  notes: z.array(z.uuid()),
  /** Orders that no identity leads to. */
  orders: z.array(z.uuid()),
  /** Where earlier merges into this customer are anchored. */
  anchors: z.array(z.uuid()),
});
export type MergeSide = z.output<typeof sideSchema>;

/** What two customers have of their own before they become one. Throws `not_found` and `conflict`. */
export async function readSides(
  tx: OrgTransaction,
  { survivorId, absorbedId }: { survivorId: string; absorbedId: string },
): Promise<{ survivor: MergeSide; absorbed: MergeSide }> {
  const result = await tx.execute(sql`
    select c.id, c.is_sample as "isSample", c.deleted_at is null and c.merged_into is null as "isListed",
      (select coalesce(jsonb_agg(to_jsonb(t) order by t.tag_id), '[]')
        from customer_tags t where t.customer_id = c.id) as tags,
      (select coalesce(jsonb_agg(to_jsonb(v) order by v.field_id, v.item), '[]')
        from custom_field_values v where v.customer_id = c.id) as "values",
      (select coalesce(jsonb_agg(n.id), '[]') from notes n where n.customer_id = c.id) as notes,
      (select coalesce(jsonb_agg(o.id), '[]') from orders o
        where o.customer_id = c.id and o.identity_id is null) as orders,
      (select coalesce(jsonb_agg(m.survivor_identity_id), '[]') from customer_merges m
        where m.survivor_id = c.id and m.split_at is null) as anchors
    from customers c where c.id in (${survivorId}::uuid, ${absorbedId}::uuid)`);
  const found = new Map(readRows(sideSchema, result).map((side) => [side.id, side]));
  const [survivor, absorbed] = [found.get(survivorId), found.get(absorbedId)];
  if (!survivor || !absorbed) throw new AppError("not_found", "errors:notFound");
  if (!survivor.isListed || !absorbed.isListed || survivor === absorbed) {
    throw new AppError("conflict", "duplicates:refused.gone");
  }
  if (survivor.isSample !== absorbed.isSample) throw new AppError("conflict", "duplicates:refused.sample");
  return { survivor, absorbed };
}
