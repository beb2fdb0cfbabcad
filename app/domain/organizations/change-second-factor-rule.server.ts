import { and, ne, sql } from "drizzle-orm";
import { organizations } from "~/db/schema/organizations";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { getSecondFactorRule } from "./organizations-queries.server";
import type { SecondFactorRule } from "./second-factor-rule";

/**
 * Sets which members must have a second factor; it holds from their next request.
 * Whoever asks it of others has one. Throws `forbidden`: not fresh, or without a second factor.
 */
export async function changeSecondFactorRule(ctx: OrgContext, rule: SecondFactorRule): Promise<void> {
  const { orm } = ctx.db;
  const before = await getSecondFactorRule(ctx);
  if (before === rule) return;
  const { sessionId } = ctx.actor;
  await ctx.db.write([
    orm.execute(sql`select session_require_fresh(${sessionId}::uuid)`),
    ...(rule === "nobody" ? [] : [orm.execute(sql`select require_own_factor(${sessionId}::uuid)`)]),
    orm
      .update(organizations)
      .set({ secondFactorRule: rule, updatedAt: ctx.now() })
      .where(and(sql`${organizations.id} = app_org_id()`, ne(organizations.secondFactorRule, rule))),
    orm.execute(
      auditRow(ctx, {
        action: "organization.second_factor_rule_changed",
        subject: { kind: "organization", id: null },
        facts: { rule, before },
      }),
    ),
  ]);
}
