import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { changeProof } from "./change-proof.server";
import type { ConnectionAction } from "./connections.schema";
import { pauseConnection } from "./pause-connection.server";
import { removeConnection } from "./remove-connection.server";
import { renameConnection } from "./rename-connection.server";
import { resumeConnection } from "./resume-connection.server";
import { revealSecret } from "./reveal-secret.server";
import { rotateSecret } from "./rotate-secret.server";
import { type HookApp, shopDoorOf } from "./shop-api/shop-door";
import { tellNewSecret } from "./shop-api/tell-new-secret.server";
import { openToWithdraw, withdrawWebhooks } from "./shop-api/withdraw-webhooks.server";

/** Does what the connection's page was asked to; gives the secret out when it was asked for. Throws `not_found`. */
export async function actOnConnection(
  ctx: OrgContext,
  app: HookApp,
  connectionId: string,
  action: ConnectionAction,
): Promise<{ secret: string } | null> {
  requireRecordId(connectionId);
  switch (action.intent) {
    case "reveal-secret":
      return revealSecret(ctx, { connectionId });
    case "rename":
      await renameConnection(ctx, { connectionId, name: action.name });
      return null;
    case "rotate-secret":
      await rotateSecret(ctx, { connectionId, secret: action.secret, oldSecret: action.oldSecret });
      await tellNewSecret(ctx, app, { connectionId, isOverlapping: action.oldSecret === "keep" });
      return null;
    case "change-proof":
      await changeProof(ctx, { connectionId, proof: action.proof, secret: action.secret });
      return null;
    case "pause":
      await pauseConnection(ctx, { connectionId });
      return null;
    case "resume":
      await resumeConnection(ctx, { connectionId });
      return null;
    case "remove":
      await removeEverywhere(ctx, app, connectionId);
      return null;
  }
}

/** The keys are gone with the connection, so the way into the shop is opened before; the answer does not wait for it. */
async function removeEverywhere(ctx: OrgContext, app: HookApp, connectionId: string): Promise<void> {
  const webhooks = await openToWithdraw(shopDoorOf(ctx, app), connectionId);
  await removeConnection(ctx, { connectionId });
  if (webhooks) ctx.ports.later(() => withdrawWebhooks(webhooks));
}
