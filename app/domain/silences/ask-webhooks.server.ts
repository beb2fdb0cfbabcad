import { isAppError } from "~/lib/app-error";
import { checkWebhooks } from "../connections/shop-api/check-webhooks.server";
import type { ShopDoor } from "../connections/shop-api/shop-door";
import type { WebhookAnswer } from "./silence-job";

/**
 * Asks a silent shop whether its webhooks are there and on; the connection's page
 * shows it too. A shop that gives no answer must not keep its silence from being
 * told: only what nobody expects is thrown.
 */
export async function askWebhooks(door: ShopDoor, connectionId: string): Promise<WebhookAnswer> {
  try {
    return (await checkWebhooks(door, connectionId)).state;
  } catch (error) {
    if (!isAppError(error) || error.code === "internal") throw error;
    return error.messageKey === "shopAccess:noKeys" ? "not_asked" : "no_answer";
  }
}
