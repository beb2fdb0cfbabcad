import { sql } from "drizzle-orm";
import type { OrgContext } from "../context";
import { changeConnection } from "./change-connection.server";
import { pushConnection } from "./push-connection.server";

/** Accepts deliveries again. A connection that never had one goes on waiting for it. */
export async function resumeConnection(
  ctx: OrgContext,
  { connectionId }: { connectionId: string },
): Promise<void> {
  await changeConnection(ctx, {
    connectionId,
    set: sql`state = case when last_delivery_at is null then 'waiting' else 'live' end`,
    provided: sql`state in ('paused', 'uninstalled')`,
    act: { action: "connection.resumed" },
  });
  await pushConnection(ctx, connectionId);
}
