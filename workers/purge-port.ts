import type { PurgePort } from "~/domain/organizations/purge-organizations.server";
import { archivePort } from "./archive-port";

/** Reaches what an organization has outside of the database, to end it. */
export function purgePort(env: Env): PurgePort {
  return {
    archive: archivePort(env),
    closeScreens: (orgId) => env.LIVE.getByName(orgId).closeAll(),
    async forgetConnection({ connectionId, platform, shopExternalId }) {
      await env.INBOX.getByName(connectionId).destroy();
      if (platform !== "shopify" || shopExternalId === null) return;
      await env.DIRECTORY.getByName(shopExternalId.toLowerCase()).remove(connectionId);
    },
  };
}
