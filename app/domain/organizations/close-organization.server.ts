import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { mailAdmins } from "./closing-mail.server";
import { pushConnections, queuePushes } from "./push-connections.server";

/** How long a closed organization can be reopened. */
const GRACE_DAYS = 30;

const closedRow = z.object({ closesAt: z.coerce.date(), connections: z.array(z.uuid()) });

/**
 * Begins to close the organization, once its name was typed: from now on it can
 * only be read, its webhooks are answered 410, its Admins are told, and after 30
 * days everything is deleted. Throws `invalid` when the name differs, `conflict`
 * when it is closing already.
 */
export async function closeOrganization(ctx: OrgContext, { name }: { name: string }): Promise<void> {
  const { organization } = await ctx.db.entry();
  if (name.trim() !== organization.name)
    throw new AppError("invalid", "errors:invalid", { fields: { name: "errors:organizations.nameDiffers" } });
  const act = { action: "organization.closing", subject: { kind: "organization", id: organization.id } };
  const [result] = await ctx.db.write([
    ctx.db.orm.execute(sql`
      with changed as (
        update organizations set state = 'closing', closes_at = now() + make_interval(days => ${GRACE_DAYS}),
          updated_at = now()
        where id = app_org_id() and state = 'active' returning closes_at
      ),
      ${queuePushes},
      written as (${auditRow(ctx, act)} from changed)
      select closes_at as "closesAt", array(select connection_id from queued) as connections from changed, written`),
  ]);
  const [closed] = readRows(closedRow, result);
  if (!closed) throw new AppError("conflict", "errors:organizationClosing");
  await pushConnections(ctx, closed.connections);
  await mailAdmins(ctx, organization, { kind: "closing", closesAt: closed.closesAt });
}
