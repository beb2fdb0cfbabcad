import { sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../../audit/audit-row";
import type { OrgContext } from "../../context";

/** Forgets a connection's credentials. Its webhooks stay, and deliveries go on. Throws `not_found` when there are none. */
export async function dropCredentials(
  ctx: OrgContext,
  { connectionId }: { connectionId: string },
): Promise<void> {
  const act = auditRow(ctx, {
    action: "connection.keys_dropped",
    subject: { kind: "connection", id: connectionId },
  });
  const [result] = await ctx.db.write([
    ctx.db.orm.execute(sql`
      with dropped as (
        delete from connection_credentials where connection_id = ${connectionId}::uuid returning connection_id
      )
      ${act} from dropped`),
  ]);
  if (result.rows.length === 0) throw new AppError("not_found", "errors:notFound");
}
