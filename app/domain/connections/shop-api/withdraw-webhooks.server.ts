import { logEvent } from "~/lib/log";
import { type OpenWebhooks, openWebhooks } from "./open-webhooks.server";
import type { ShopDoor } from "./shop-door";

/** The way to a shop's webhooks while there are keys for it; null when there is none. */
export async function openToWithdraw(door: ShopDoor, connectionId: string): Promise<OpenWebhooks | null> {
  return openWebhooks(door, connectionId).catch(() => null);
}

/**
 * Takes this connection's webhooks out of the shop, as far as the shop allows it:
 * what stays is turned away at our door.
 */
export async function withdrawWebhooks({ api, address }: OpenWebhooks): Promise<void> {
  try {
    for (const webhook of await api.list()) if (webhook.address === address) await api.remove(webhook);
  } catch (error) {
    logEvent("webhooks.not_withdrawn", { error: error instanceof Error ? error.message : "unknown" });
  }
}
