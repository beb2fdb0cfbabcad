import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { ShopApiError } from "~/connectors/api/shop-api-error";
import { openHttp } from "../../../app/db/client";
import { OrgDb } from "../../../app/db/org-db";
import { inOrgTransaction } from "../../../app/db/org-transaction";
import { RequestBatch } from "../../../app/db/request-batch";
import type { AccountPorts } from "../../../app/domain/accounts/accounts-context";
import { createConnectionSchema } from "../../../app/domain/connections/connections.schema";
import { createConnection } from "../../../app/domain/connections/create-connection.server";
import { secretPlace } from "../../../app/domain/connections/secret-place";
import type { OrgContext } from "../../../app/domain/context";
import type { Keyring } from "../../../app/lib/keyring";
import { open } from "../../../app/lib/sealed-box";
import { ORGANIZATION } from "../catalogue/members";
import { SARI_BUSANA } from "../catalogue/sari-busana";
import { SARI_RASA } from "../catalogue/sari-rasa";
import type { DemoPlatform } from "../plan/demo-platform";
import type { DemoOrganization } from "./organization";

export type DemoConnection = { id: string; shopId: string; platform: DemoPlatform; secret: string };

type Input = {
  owner: pg.Client;
  appUrl: string;
  keyring: Keyring;
  organization: DemoOrganization;
  connectedAt: Date;
};

const SHOPS = [
  { platform: "woocommerce", ...SARI_RASA },
  { platform: "shopify", ...SARI_BUSANA },
] as const;

/** The two sample shops, connected as the Admin would connect them; those that are there stay as they are. */
export async function ensureConnections(input: Input): Promise<DemoConnection[]> {
  const connections: DemoConnection[] = [];
  for (const shop of SHOPS) {
    if (!(await findConnection(input, shop))) {
      await asAdmin(input, (ctx) => createConnection(ctx, form(shop)));
    }
    const found = await findConnection(input, shop);
    if (!found) throw new Error(`the connection to ${shop.name} was not made`);
    await markSample(input, found);
    connections.push(found);
  }
  return connections;
}

type Shop = (typeof SHOPS)[number];

function form({ platform, name, address }: Shop) {
  const secret = randomBytes(16).toString("hex");
  return createConnectionSchema.parse({ platform, name, shopAddress: address, secret });
}

/** Works in a session of the Admin that ends with the work. */
async function asAdmin<T>(input: Input, work: (ctx: OrgContext) => Promise<T>): Promise<T> {
  const { owner, appUrl, keyring, organization, connectedAt } = input;
  const { adminId } = organization;
  const sessionId = randomUUID();
  await owner.query(
    "INSERT INTO sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 minute')",
    [sessionId, adminId],
  );
  const { slug } = ORGANIZATION;
  const permission = "connections.manage";
  const db = new OrgDb(new RequestBatch(openHttp(appUrl), sessionId, slug), permission);
  try {
    return await work({
      slug,
      actor: { kind: "user", id: adminId, sessionId, ip: null },
      permission,
      db,
      keyring,
      now: () => connectedAt,
      newId: uuidv7,
      appUrl: "http://localhost",
      ports: {
        ...NOBODY_OUTSIDE,
        // Inboxes live in the app, which does not run yet: `markSample` leaves them word.
        inboxes: { configure: async () => undefined },
        jobs: {
          inOrg: (orgId, run) => inOrgTransaction(appUrl, orgId, run),
          wake: async () => undefined,
        },
        archive: { put: async () => undefined, read: async () => null, deleteSome: async () => 0 },
        anchors: { list: async () => [], keep: async () => undefined },
        shops: {
          ask: () => Promise.reject(new ShopApiError("unreachable")),
          sleep: async () => undefined,
          visit: (address) => address,
        },
      },
    });
  } finally {
    await owner.query("DELETE FROM sessions WHERE id = $1", [sessionId]);
  }
}

/** A demo tells nobody anything. */
const NOBODY_OUTSIDE: AccountPorts = {
  mail: { send: async () => undefined },
  limits: {
    take: async () => ({ allowed: true, retryAfterSeconds: 0 }),
    forget: async () => undefined,
  },
  closeScreens: async () => undefined,
  later: () => undefined,
};

const secretSchema = z.object({ id: z.string(), sealed: z.string() });
const rowSchema = z.object({
  id: z.uuid(),
  shopId: z.uuid(),
  secrets: z.tuple([secretSchema]).rest(secretSchema),
});

async function findConnection(input: Input, shop: Shop): Promise<DemoConnection | null> {
  const { orgId } = input.organization;
  const found = await input.owner.query(
    `SELECT c.id, c.shop_id AS "shopId", c.secrets
     FROM connections c JOIN shops s ON s.org_id = c.org_id AND s.id = c.shop_id
     WHERE c.org_id = $1 AND s.platform = $2 AND s.external_id = $3 AND c.removed_at IS NULL`,
    [orgId, shop.platform, shop.address],
  );
  if (found.rowCount === 0) return null;
  const { id, shopId, secrets } = rowSchema.parse(found.rows[0]);
  const [{ id: secretId, sealed }] = secrets;
  const secret = await open(input.keyring, sealed, secretPlace(orgId, id, secretId));
  return { id, shopId, platform: shop.platform, secret };
}

/** What only a demo does: its shops are samples, they are old, and their inboxes have yet to hear of them. */
async function markSample({ owner, organization, connectedAt }: Input, { id, shopId }: DemoConnection) {
  const { orgId } = organization;
  await owner.query("UPDATE shops SET is_sample = true, created_at = $3 WHERE org_id = $1 AND id = $2", [
    orgId,
    shopId,
    connectedAt,
  ]);
  await owner.query(
    "UPDATE connections SET is_sample = true, created_at = $3 WHERE org_id = $1 AND id = $2",
    [orgId, id, connectedAt],
  );
  await owner.query(
    `INSERT INTO inbox_pushes (org_id, connection_id, version)
     SELECT org_id, id, config_version FROM connections WHERE org_id = $1 AND id = $2
     ON CONFLICT DO NOTHING`,
    [orgId, id],
  );
}
