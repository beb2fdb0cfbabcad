import type { InboxPort } from "~/domain/context";

/** Reaches inboxes, and lists Shopify connections under their shop's domain for the app-level address. */
export function inboxPort(env: Env): InboxPort {
  return {
    async configure(config) {
      await env.INBOX.getByName(config.connectionId).configure(config);
      if (config.platform !== "shopify" || config.shopExternalId === null) return;
      await env.DIRECTORY.getByName(config.shopExternalId.toLowerCase()).add(config.connectionId);
    },
  };
}
