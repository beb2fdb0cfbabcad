import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";

const MOST = 20;

const ledgerRow = z.object({
  id: z.uuid(),
  mergedAt: z.coerce.date(),
  /** Null when whoever merged is no member any more. */
  mergedBy: z.string().nullable(),
  isLatest: z.boolean(),
});
export type LedgerEntry = z.output<typeof ledgerRow>;

/** The merges that made a customer what it is, the latest first; at most 20. Only the latest can be split. */
export async function listMerges(
  ctx: OrgContext,
  { customerId }: { customerId: string },
): Promise<LedgerEntry[]> {
  const result = await ctx.db.read(
    ctx.db.orm.execute(sql`
      with recursive family(id) as (
        select ${requireRecordId(customerId)}::uuid
        union select c.id from family f join customers c on c.merged_into = f.id)
      select m.id, m.merged_at as "mergedAt", p.name as "mergedBy",
        row_number() over (order by m.merged_at desc, m.id desc) = 1 as "isLatest"
      from family f
      join customer_merges m on m.survivor_id = f.id and m.split_at is null
      left join organization_people() p on p.user_id = m.merged_by
      order by m.merged_at desc, m.id desc limit ${MOST}`),
  );
  return readRows(ledgerRow, result);
}
