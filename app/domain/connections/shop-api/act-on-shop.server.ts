import { requireAttempt } from "../../accounts/attempt-policies.server";
import type { OrgContext } from "../../context";
import { requireRecordId } from "../../record-id";
import type { ShopAct } from "./approval.schema";
import { beginApproval } from "./begin-approval.server";
import { checkWebhooks } from "./check-webhooks.server";
import { dropCredentials } from "./drop-credentials.server";
import { finishApproval } from "./finish-approval.server";
import { pasteKeys } from "./paste-keys.server";
import { pasteToken } from "./paste-token.server";
import { registerWebhooks } from "./register-webhooks.server";
import { type HookApp, shopDoorOf } from "./shop-door";

/**
 * Does with a connection's shop what its page was asked to. Gives the shop's page
 * to which the browser is to go, or null. Throws `not_found`, and `too_many` from
 * whoever asks shops all the time.
 */
export async function actOnShop(
  ctx: OrgContext,
  app: HookApp,
  connectionId: string,
  act: ShopAct,
): Promise<{ to: string } | null> {
  requireRecordId(connectionId);
  await requireAttempt(ctx, "shopCallByMember", ctx.actor.id);
  switch (act.intent) {
    case "begin":
      return beginApproval(ctx, { ...act, connectionId });
    case "paste":
      await pasteKeys(ctx, app, { ...act, connectionId });
      return null;
    case "token":
      await pasteToken(ctx, { ...act, connectionId });
      return null;
    case "finish":
      await finishApproval(ctx, app, { connectionId, params: new URLSearchParams(act.returned) });
      return null;
    case "register":
      await registerWebhooks(shopDoorOf(ctx, app), connectionId);
      return null;
    case "check":
      await checkWebhooks(shopDoorOf(ctx, app), connectionId);
      return null;
    case "drop":
      await dropCredentials(ctx, { connectionId });
      return null;
  }
}
