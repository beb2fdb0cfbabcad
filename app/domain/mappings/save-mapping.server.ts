import { and, eq, isNull, sql } from "drizzle-orm";
import { connections } from "~/db/schema/connections";
import { AppError } from "~/lib/app-error";
import { changeConnection } from "../connections/change-connection.server";
import { pushConnection } from "../connections/push-connection.server";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import type { SaveMapping } from "./mappings.schema";

/**
 * Puts a mapping in force for what arrives from now on and keeps it as a version of its own.
 * Throws `not_found`, also where the platform leaves nothing to say, and `conflict` when somebody
 * saved another one meanwhile.
 */
export async function saveMapping(
  ctx: OrgContext,
  { connectionId, basedOn, mapping }: SaveMapping & { connectionId: string },
): Promise<{ version: number }> {
  requireRecordId(connectionId);
  const [known] = await ctx.db.read(
    ctx.db.orm
      .select({ settings: connections.settings })
      .from(connections)
      .where(and(eq(connections.id, connectionId), isNull(connections.removedAt))),
  );
  if (!known?.settings) throw new AppError("not_found", "errors:notFound");
  const version = basedOn + 1;
  const kept = JSON.stringify(mapping);
  try {
    await changeConnection(ctx, {
      connectionId,
      set: sql`settings = settings || jsonb_build_object('mapping', ${kept}::jsonb, 'mappingVersion', ${version}::integer)`,
      // In the row itself: of two who save at once, the second sees what the first wrote.
      provided: sql`settings is not null and coalesce((settings ->> 'mappingVersion')::integer, 0) = ${basedOn}::integer`,
      also: sql`kept as (
        insert into connection_mappings (connection_id, version, mapping, created_by, created_at)
        select id, ${version}::integer, ${kept}::jsonb, ${ctx.actor.id}::uuid, ${ctx.now().toISOString()}::timestamptz
        from changed)`,
      act: {
        action: "connection.mapped",
        facts: { version, fields: Object.keys(mapping.fields).length },
        before: sql`(select jsonb_build_object('mapping', settings -> 'mapping') from connections where id = ${connectionId}::uuid)`,
        after: { mapping },
      },
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    throw new AppError("conflict", "connections:errors.changedMeanwhile", { cause: error });
  }
  await pushConnection(ctx, connectionId);
  return { version };
}
