import { randomUUID } from "node:crypto";
import type { Platform } from "~/connectors/registry";

/** Runs one statement as the owner: `pool.query` of pg, or the `query` of a Neon client. */
export type Run = (statement: string, values: unknown[]) => Promise<unknown>;

export type ConnectedShop = { orgId: string; shopId: string; connectionId: string };

export type ConnectedShopOptions = {
  orgId?: string;
  platform?: Platform;
  state?: string;
  externalId?: string | null;
  /** Sealed ones, as the inbox gets them. */
  secrets?: { id: string; sealed: string; expiresAt: string | null }[];
  connectionId?: string;
};

/** An organization (unless one is given) with a shop and a connection to it. */
export async function createConnectedShop(
  run: Run,
  options: ConnectedShopOptions = {},
): Promise<ConnectedShop> {
  const { platform = "woocommerce", state = "live", externalId = null, secrets = [] } = options;
  const shop: ConnectedShop = {
    orgId: options.orgId ?? randomUUID(),
    shopId: randomUUID(),
    connectionId: options.connectionId ?? randomUUID(),
  };
  if (!options.orgId) {
    const slug = `kedai-${shop.orgId.slice(0, 8)}`;
    await run("INSERT INTO organizations (id, slug, name) VALUES ($1, $2, 'Kedai')", [shop.orgId, slug]);
  }
  await run(
    "INSERT INTO shops (org_id, id, platform, external_id, name, currency) VALUES ($1, $2, $3, $4, 'Kedai', 'MYR')",
    [shop.orgId, shop.shopId, platform, externalId],
  );
  await run(
    `INSERT INTO connections (org_id, id, shop_id, platform, name, state, secrets, removed_at)
     VALUES ($1, $2, $3, $4, 'Kedai', $5, $6::jsonb, CASE WHEN $5 = 'removed' THEN now() END)`,
    [shop.orgId, shop.connectionId, shop.shopId, platform, state, JSON.stringify(secrets)],
  );
  return shop;
}
