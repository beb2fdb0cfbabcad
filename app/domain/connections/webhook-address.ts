import type { Platform } from "~/connectors/registry";
import { makeHookToken } from "~/lib/hook-token";

/** Where the shop sends its deliveries. Not a secret by itself: each delivery is signed. */
export async function webhookAddress(
  app: { appUrl: string; hookUrlKey: string },
  connection: { platform: Platform; id: string },
): Promise<string> {
  const token = await makeHookToken(app.hookUrlKey, connection.id);
  return `${app.appUrl}/hooks/${connection.platform}/${token}`;
}
