import type { OrgContext } from "../context";
import { pushInboxConfigs } from "./push-inbox-configs.server";

/** Tells a connection's inbox what changed. If that fails, the change stands and the sweep tells it later. */
export async function pushConnection(ctx: OrgContext, connectionId: string): Promise<void> {
  await pushInboxConfigs({ db: ctx.db.orm, inboxes: ctx.ports.inboxes, limit: 1, connectionId });
}
