import { type SQL, sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import { type Act, auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";

type Change = {
  connectionId: string;
  /** Assignments of an UPDATE. */
  set: SQL;
  /** What else must hold of the row. */
  provided?: SQL;
  /** One more part of the statement, which may read the id of the `changed` row. */
  also?: SQL;
  act: Omit<Act, "subject">;
};

/**
 * Changes a connection, queues its new configuration for the inbox and writes the
 * act, all in one statement: neither of them without the change. Throws `not_found`
 * for a connection that is removed, another organization's, or not as `provided` says.
 */
export async function changeConnection(ctx: OrgContext, change: Change): Promise<void> {
  const { connectionId, set, provided = sql`true`, also, act } = change;
  const audit = auditRow(ctx, { ...act, subject: { kind: "connection", id: connectionId } });
  const [result] = await ctx.db.write([
    ctx.db.orm.execute(sql`
      with changed as (
        update connections
        set ${set}, config_version = config_version + 1, updated_at = ${ctx.now().toISOString()}::timestamptz
        where id = ${connectionId}::uuid and removed_at is null and ${provided}
        returning id, config_version
      ),
      queued as (
        insert into inbox_pushes (connection_id, version)
        select id, config_version from changed
        on conflict (org_id, connection_id) do update set version = excluded.version, attempts = 0
      )
      ${also && sql`, ${also}`}
      ${audit} from changed`),
  ]);
  if (result.rows.length === 0) throw new AppError("not_found", "errors:notFound");
}
