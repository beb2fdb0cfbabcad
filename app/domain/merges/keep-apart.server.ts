import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";

type Pair = { oneId: string; otherId: string };

const countRow = z.object({ count: z.coerce.number() });

/**
 * Keeps two customers apart because a person says that they are not the same:
 * nothing that shops tell joins them, and they are not suggested again. Throws
 * `not_found`, and `conflict` when one of them is not to be told apart any more.
 */
export async function keepApart(ctx: OrgContext, pair: Pair): Promise<void> {
  const { one, other } = sorted(pair);
  const { orm } = ctx.db;
  const at = sql`${ctx.now().toISOString()}::timestamptz`;
  const by = sql`${ctx.actor.id}::uuid`;
  const [found] = await ctx.db.write([
    orm.execute(sql`
      insert into duplicate_suggestions as d (one_id, other_id, score, reasons, state, found_at, decided_at, decided_by)
      select a.id, b.id, 0, '[]', 'dismissed', ${at}, ${at}, ${by} from ${listed(one)} a, ${listed(other)} b
      on conflict (org_id, one_id, other_id) do update
      set state = 'dismissed', decided_at = excluded.decided_at, decided_by = excluded.decided_by
      returning 1 as count`),
    orm.execute(sql`
      with ends as (
        select a.id as one_id, b.id as other_id
        from (${anchor(one)}) a, (${anchor(other)}) b, ${listed(one)} c, ${listed(other)} d)
      insert into identity_decisions (from_id, to_id, verdict, decided_at, decided_by)
      select one_id, other_id, 'apart', ${at}, ${by} from ends
      union all select other_id, one_id, 'apart', ${at}, ${by} from ends
      on conflict (org_id, from_id, to_id, verdict) do nothing`),
    orm.execute(auditOf(ctx, "customer.kept_apart", { one, other })),
  ]);
  if (readRows(countRow, found).length === 0) throw new AppError("conflict", "duplicates:refused.gone");
}

/** Leaves two customers for another day, whether or not they were suggested. Throws like `keepApart`. */
export async function decideLater(ctx: OrgContext, pair: Pair): Promise<void> {
  const { one, other } = sorted(pair);
  const { orm } = ctx.db;
  const at = sql`${ctx.now().toISOString()}::timestamptz`;
  const [found] = await ctx.db.write([
    orm.execute(sql`
      insert into duplicate_suggestions as d (one_id, other_id, score, reasons, state, found_at, decided_at, decided_by)
      select a.id, b.id, 0, '[]', 'later', ${at}, ${at}, ${ctx.actor.id}::uuid
      from ${listed(one)} a, ${listed(other)} b
      on conflict (org_id, one_id, other_id) do update
      set state = case d.state when 'open' then 'later' else d.state end,
        decided_at = excluded.decided_at, decided_by = excluded.decided_by
      returning 1 as count`),
    orm.execute(auditOf(ctx, "customer.pair_postponed", { one, other })),
  ]);
  if (readRows(countRow, found).length === 0) throw new AppError("conflict", "duplicates:refused.gone");
}

/** Written down only where both are still to be told apart. */
function auditOf(ctx: OrgContext, action: string, { one, other }: { one: string; other: string }): SQL {
  const act = auditRow(ctx, { action, subject: { kind: "customer", id: one }, facts: { other } });
  return sql`${act} from ${listed(one)} a, ${listed(other)} b`;
}

/** Pairs are kept with the smaller id first. */
function sorted({ oneId, otherId }: Pair): { one: string; other: string } {
  const [one = "", other = ""] = [requireRecordId(oneId), requireRecordId(otherId)]
    .map((id) => id.toLowerCase())
    .sort();
  if (one === other) throw new AppError("not_found", "errors:notFound");
  return { one, other };
}

function listed(id: string): SQL {
  return sql`(select id from customers where id = ${id}::uuid and deleted_at is null and merged_into is null)`;
}

/** The customer's strongest identity, which stands for it in decisions. */
function anchor(customerId: string): SQL {
  return sql`select id from identities where customer_id = ${customerId}::uuid and not is_hub
    order by array_position(array['platform', 'email', 'phone'], kind), first_seen_at, value limit 1`;
}
