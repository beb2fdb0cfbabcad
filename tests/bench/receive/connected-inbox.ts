import { randomUUID } from "node:crypto";
import { secretPlace } from "~/domain/connections/secret-place";
import { webhookAddress } from "~/domain/connections/webhook-address";
import type { InboxConfig } from "~/domain/context";
import { seal } from "~/lib/sealed-box";
import { TEST_KEYRING } from "../../factories/org-context";
import { APP_KEYS } from "../../setup/built-app";

/** Configures an inbox of its own behind `url`; answers where its shop sends, and with which secret. */
export async function connectInbox(url: string): Promise<{ hookUrl: string; secret: string }> {
  const secret = randomUUID();
  const [orgId, connectionId, id] = [randomUUID(), randomUUID(), randomUUID()];
  const sealed = await seal(TEST_KEYRING, secret, secretPlace(orgId, connectionId, id));
  const config: InboxConfig = {
    ...{ orgId, connectionId, shopId: randomUUID(), platform: "woocommerce", version: 1, isEnabled: true },
    secrets: [{ id, sealed, expiresAt: null }],
    shopExternalId: null,
  };
  const answer = await fetch(`${url}/hooks/configure`, { method: "POST", body: JSON.stringify(config) });
  if (!answer.ok) throw new Error(`the inbox was not configured: ${answer.status}`);
  const app = { appUrl: url, hookUrlKey: APP_KEYS.HOOK_URL_KEY };
  return { secret, hookUrl: await webhookAddress(app, { platform: "woocommerce", id: connectionId }) };
}
