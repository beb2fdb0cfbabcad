import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { views } from "~/db/schema/views";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";

const countRow = z.object({ count: z.number() });

/** Sharing, and changing what is shared, is for those who may. Throws `forbidden`. */
export async function requireShare(ctx: OrgContext): Promise<void> {
  const { role } = await ctx.db.entry();
  if (!isAllowed(role, "views.share")) throw new AppError("forbidden", "errors:forbidden");
}

/** The view when it is the member's own, or shared and the member may share. */
export async function editable(ctx: OrgContext, id: string): Promise<SQL | undefined> {
  const { role } = await ctx.db.entry();
  const own = eq(views.privateTo, ctx.actor.id);
  const mine = isAllowed(role, "views.share") ? or(own, isNull(views.privateTo)) : own;
  return and(eq(views.id, id), mine);
}

type ViewAct = "view.created" | "view.updated" | "view.deleted";

/**
 * Runs a change that returns the views it touched with `is_shared`; one that touched
 * a shared view is audited. Throws `not_found` when it touched none.
 */
export async function changeView(
  ctx: OrgContext,
  {
    id,
    noun,
    action,
    change,
    before = [],
  }: { id: string; noun: string; action: ViewAct; change: SQL; before?: SQL[] },
): Promise<void> {
  const results = await ctx.db.write([
    ...before.map((statement) => ctx.db.orm.execute(statement)),
    ctx.db.orm.execute(sql`
      with changed as (${change}),
      written as (${auditRow(ctx, { action, subject: { kind: "view", id }, facts: { list: noun } })}
        from changed where is_shared)
      select (select count(*)::int from changed) as count, (select count(*)::int from written) as written`),
  ]);
  const [touched] = readRows(countRow, results.at(-1));
  if (!touched || touched.count === 0) throw new AppError("not_found", "errors:viewGone");
}
