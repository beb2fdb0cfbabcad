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

/** Does what the connection's page was asked to; gives the secret out when it was asked for. Throws `not_found`. */
export async function actOnConnection(
  ctx: OrgContext,
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
      await removeConnection(ctx, { connectionId });
      return null;
  }
}
