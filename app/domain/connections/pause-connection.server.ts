import { sql } from "drizzle-orm";
import type { OrgContext } from "../context";
import { changeConnection } from "./change-connection.server";
import { pushConnection } from "./push-connection.server";

/** Stops accepting deliveries; what was received before is still applied. */
export async function pauseConnection(
  ctx: OrgContext,
  { connectionId }: { connectionId: string },
): Promise<void> {
  await changeConnection(ctx, {
    connectionId,
    set: sql`state = 'paused'`,
    provided: sql`state in ('waiting', 'live')`,
    act: { action: "connection.paused" },
  });
  await pushConnection(ctx, connectionId);
}
