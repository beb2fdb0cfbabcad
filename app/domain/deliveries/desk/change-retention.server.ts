import { sql } from "drizzle-orm";
import { auditRow } from "../../audit/audit-row";
import type { OrgContext } from "../../context";
import { getRetention } from "./retention-queries.server";

/** Sets for how many days what shops sent is kept; what is older goes in the coming night. The same days write nothing. */
export async function changeRetention(ctx: OrgContext, { days }: { days: number }): Promise<void> {
  const before = await getRetention(ctx);
  if (before === days) return;
  const act = {
    action: "deliveries.retention_changed",
    subject: { kind: "organization", id: null },
    facts: { before, days },
  };
  await ctx.db.write([
    ctx.db.orm.execute(sql`
      insert into delivery_retention (days, updated_at) values (${days}, ${ctx.now().toISOString()}::timestamptz)
      on conflict (org_id) do update set days = excluded.days, updated_at = excluded.updated_at`),
    ctx.db.orm.execute(auditRow(ctx, act)),
  ]);
}
