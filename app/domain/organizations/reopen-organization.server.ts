import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { mailAdmins } from "./closing-mail.server";
import { pushConnections, queuePushes } from "./push-connections.server";

const reopenedRow = z.object({ connections: z.array(z.uuid()) });

/** Takes the closing back: everything is as it was, and its webhooks are accepted again. */
export async function reopenOrganization(ctx: OrgContext): Promise<void> {
  const { organization } = await ctx.db.entry();
  const act = { action: "organization.reopened", subject: { kind: "organization", id: organization.id } };
  const [result] = await ctx.db.write([
    ctx.db.orm.execute(sql`
      with changed as (
        update organizations set state = 'active', closes_at = null, closes_with = null, updated_at = now()
        where id = app_org_id() and state = 'closing' returning id
      ),
      ${queuePushes},
      written as (${auditRow(ctx, act)} from changed)
      select array(select connection_id from queued) as connections from changed, written`),
  ]);
  const [reopened] = readRows(reopenedRow, result);
  if (!reopened) throw new AppError("conflict", "errors:conflict");
  await pushConnections(ctx, reopened.connections);
  await mailAdmins(ctx, organization, { kind: "reopened" });
}
