import { sql } from "drizzle-orm";
import type { OrgContext } from "../context";
import { changeConnection } from "./change-connection.server";
import { pushConnection } from "./push-connection.server";

/**
 * Ends a connection: its address refuses, its secrets and credentials are gone. The shop, its
 * orders and customers and the delivery log stay, and connecting it again goes on.
 */
export async function removeConnection(
  ctx: OrgContext,
  { connectionId }: { connectionId: string },
): Promise<void> {
  await changeConnection(ctx, {
    connectionId,
    set: sql`state = 'removed', removed_at = ${ctx.now().toISOString()}::timestamptz, secrets = '[]'`,
    act: { action: "connection.removed" },
    also: sql`
      keys_destroyed as (
        delete from connection_credentials where connection_id in (select id from changed)
      ),
      approvals_dropped as (
        delete from connection_handovers where connection_id in (select id from changed)
      )`,
  });
  await pushConnection(ctx, connectionId);
}
