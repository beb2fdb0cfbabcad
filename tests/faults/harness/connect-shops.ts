import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { secretPlace } from "~/domain/connections/secret-place";
import { parseKeyring } from "~/lib/keyring";
import { seal } from "~/lib/sealed-box";
import { type ConnectedShop, createConnectedShop } from "../../factories/connected-shop";
import { PLATFORMS_UNDER_FIRE, type PlatformUnderFire } from "./platform-hooks";

const SHOPS_PER_ORGANIZATION = 5;

export type SecretShop = ConnectedShop & { platform: PlatformUnderFire; secret: string };

/** So many shops, five in each organization, of one platform after the other, each with a secret of its own. */
export async function connectShops(
  owner: pg.Pool,
  encryptionKeys: string,
  count: number,
): Promise<SecretShop[]> {
  const shops: SecretShop[] = [];
  let orgId = "";
  for (let i = 0; i < count; i++) {
    if (i % SHOPS_PER_ORGANIZATION === 0) orgId = await createOrganization(owner);
    const platform = PLATFORMS_UNDER_FIRE[i % PLATFORMS_UNDER_FIRE.length] ?? "woocommerce";
    shops.push(await connectShop({ owner, encryptionKeys, orgId, platform }));
  }
  return shops;
}

async function createOrganization(owner: pg.Pool): Promise<string> {
  const orgId = randomUUID();
  const slug = `kedai-${orgId.slice(0, 8)}`;
  await owner.query("INSERT INTO organizations (id, slug, name) VALUES ($1, $2, 'Kedai')", [orgId, slug]);
  return orgId;
}

async function connectShop(input: {
  owner: pg.Pool;
  encryptionKeys: string;
  orgId: string;
  platform: PlatformUnderFire;
}): Promise<SecretShop> {
  const { owner, encryptionKeys, orgId, platform } = input;
  const secret = randomBytes(24).toString("hex");
  const [connectionId, id] = [randomUUID(), randomUUID()];
  const sealed = await seal(parseKeyring(encryptionKeys), secret, secretPlace(orgId, connectionId, id));
  const secrets = [{ id, sealed, expiresAt: null }];
  const run = (statement: string, values: unknown[]) => owner.query(statement, values);
  const shop = await createConnectedShop(run, { orgId, connectionId, platform, secrets });
  await run("INSERT INTO inbox_pushes (org_id, connection_id, version) VALUES ($1, $2, 1)", [
    orgId,
    connectionId,
  ]);
  return { ...shop, platform, secret };
}
