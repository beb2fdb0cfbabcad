import { sql } from "drizzle-orm";
import * as z from "zod";
import type { WebhookApi } from "~/connectors/api/webhook-api";
import { CONNECTORS, type Platform } from "~/connectors/registry";
import { shopifyCall } from "~/connectors/shopify/api/graphql";
import { shopifyWebhooks } from "~/connectors/shopify/api/webhooks";
import { wooCall } from "~/connectors/woocommerce/api/call";
import { wooWebhooks } from "~/connectors/woocommerce/api/webhooks";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { open } from "~/lib/sealed-box";
import { platformSchema } from "../connection-platform";
import { secretPlace } from "../secret-place";
import { webhookAddress } from "../webhook-address";
import { openFreshCredentials } from "./fresh-credentials.server";
import type { ShopDoor } from "./shop-door";

const connectionRow = z.object({
  orgId: z.uuid(),
  platform: platformSchema,
  secret: z.object({ id: z.string(), sealed: z.string() }).nullable(),
});

export type OpenWebhooks = {
  platform: Platform;
  /** Where this connection's deliveries go. */
  address: string;
  topics: readonly string[];
  /** Those of them that the shop refused before. */
  refused: readonly string[];
  api: WebhookApi;
};

/**
 * The way to the webhooks of a connection's shop. Throws `not_found` for a
 * connection that is removed or another organization's, `conflict` for one
 * without credentials that can do it, and a `ShopApiError`.
 */
export async function openWebhooks(door: ShopDoor, connectionId: string): Promise<OpenWebhooks> {
  const [rows, credentials] = await Promise.all([
    door.read(sql`
      select org_id as "orgId", platform, secrets -> 0 as secret from connections
      where id = ${connectionId}::uuid and removed_at is null`),
    openFreshCredentials(door, connectionId),
  ]);
  const [connection] = readRows(connectionRow, rows);
  if (!connection) throw new AppError("not_found", "errors:notFound");
  const { orgId, platform, secret: newest } = connection;
  const address = await webhookAddress(door.app, { platform, id: connectionId });
  const refused = credentials?.refusedTopics ?? [];
  const known = { platform, address, topics: CONNECTORS[platform].topics, refused };
  if (credentials?.keys.kind === "shopify") {
    const call = shopifyCall(door.ask, credentials.account, credentials.keys.accessToken);
    return { ...known, api: shopifyWebhooks(call, address) };
  }
  if (credentials?.keys.kind !== "woocommerce" || !newest)
    throw new AppError("conflict", "shopAccess:noKeys");
  const secret = await open(door.keyring, newest.sealed, secretPlace(orgId, connectionId, newest.id));
  const { consumerKey, consumerSecret } = credentials.keys;
  const call = wooCall(door.ask, { site: credentials.account, consumerKey, consumerSecret });
  return { ...known, api: wooWebhooks(call, { address, secret }) };
}
