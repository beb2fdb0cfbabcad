import { describe, expect, test } from "vitest";
import { shopify } from "~/connectors/shopify/connector";
import { HOOK_APP, openApprovingShop } from "../../../../tests/factories/approving-shop";
import { createMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { actOnConnection } from "../act-on-connection.server";
import { openCredentials } from "../credentials/open-credentials.server";
import { revealSecret } from "../reveal-secret.server";
import { beginApproval } from "./begin-approval.server";
import { checkWebhooks } from "./check-webhooks.server";
import { finishApproval } from "./finish-approval.server";
import { shopDoorOf } from "./shop-door";

const database = await createTestDatabase();
const { owner } = database;
const aina = await createMember(database);

async function open() {
  const shop = await openApprovingShop(database, aina, "shopify");
  const fake = shop.shops.shopify(shop.host);
  const { manage, connectionId } = shop;
  const { clientId, clientSecret } = fake;
  const begin = () => beginApproval(manage(), { intent: "begin", connectionId, clientId, clientSecret });
  /** The owner installs the app; the browser comes back with this. */
  const install = async () => new URL(fake.installed(new URL((await begin()).to))).searchParams;
  const finish = (params: URLSearchParams, change = {}) =>
    finishApproval(manage(change), HOOK_APP, { connectionId, params });
  const door = (change = {}) => shopDoorOf(manage(change), HOOK_APP);
  return { ...shop, fake, begin, install, finish, door };
}

async function stateOf(connectionId: string): Promise<string> {
  return (await owner.query("SELECT state FROM connections WHERE id = $1", [connectionId])).rows[0].state;
}

describe("installing an app in a Shopify shop", () => {
  test("brings a token, registers every topic, and its secret is what deliveries are signed with", async () => {
    const { fake, host, install, finish, manage, connectionId } = await open();
    expect(await finish(await install())).toEqual({
      ...{ created: shopify.topics.length, renewed: 0, refused: [] },
    });
    expect(fake.webhooks).toHaveLength(shopify.topics.length);
    expect((await revealSecret(manage(), { connectionId })).secret).toBe(fake.clientSecret);
    const opened = await openCredentials(shopDoorOf(manage(), HOOK_APP), connectionId);
    expect(opened).toMatchObject({
      account: host,
      scopes: ["read_customers", "read_orders", "read_products"],
    });
    const { rows } = await owner.query("SELECT FROM connection_handovers WHERE connection_id = $1", [
      connectionId,
    ]);
    expect(rows).toEqual([]);
  });

  test("counts once", async () => {
    const { install, finish } = await open();
    const params = await install();
    await finish(params);
    await expect(finish(params)).rejects.toMatchObject({ messageKey: "shopAccess:approval.expired" });
  });

  test("does not count in another session, nor after its time", async () => {
    const { manage, install, finish, connectionId } = await open();
    const params = await install();
    const actor = { ...manage().actor, sessionId: crypto.randomUUID() };
    await expect(finish(params, { actor })).rejects.toMatchObject({
      messageKey: "shopAccess:approval.expired",
    });
    await owner.query(
      "UPDATE connection_handovers SET expires_at = now() - interval '1 s' WHERE connection_id = $1",
      [connectionId],
    );
    await expect(finish(params)).rejects.toMatchObject({ messageKey: "shopAccess:approval.expired" });
  });

  test.each(["shop", "code", "timestamp", "hmac"])("is not believed with a forged %s", async (name) => {
    const { fake, install, finish, connectionId } = await open();
    const params = await install();
    params.set(name, "evil.myshopify.com");
    await expect(finish(params)).rejects.toMatchObject({ messageKey: "shopAccess:approval.notGenuine" });
    expect(fake.tokens.size).toBe(0);
    const { rows } = await owner.query("SELECT FROM connection_credentials WHERE connection_id = $1", [
      connectionId,
    ]);
    expect(rows).toEqual([]);
  });

  test("needs the app's id and secret", async () => {
    const { manage, connectionId } = await open();
    await expect(beginApproval(manage(), { intent: "begin", connectionId })).rejects.toMatchObject({
      fields: { clientId: "shopAccess:errors.clientIdMissing" },
    });
  });

  test("brings a connection back whose app was gone", async () => {
    const { install, finish, connectionId } = await open();
    await owner.query("UPDATE connections SET state = 'uninstalled' WHERE id = $1", [connectionId]);
    await finish(await install());
    expect(await stateOf(connectionId)).toBe("waiting");
  });

  test("goes on without the topics that Shopify does not approve, and does not miss them", async () => {
    const { fake, install, finish, door, connectionId } = await open();
    fake.refusedTopics = ["CUSTOMERS_CREATE", "CUSTOMERS_UPDATE"];
    expect((await finish(await install())).refused).toEqual(["customers/create", "customers/update"]);
    expect((await checkWebhooks(door(), connectionId)).state).toBe("registered");
  });
});

describe("an installed app", () => {
  test("gets a new token before the old one ends, and keeps it", async () => {
    const { fake, install, finish, door, connectionId } = await open();
    await finish(await install());
    const before = await openCredentials(door(), connectionId);
    fake.tokens.clear();
    const soon = { now: () => new Date(Date.now() + 56 * 60_000) };
    expect((await checkWebhooks(door(soon), connectionId)).state).toBe("registered");
    const after = await openCredentials(door(), connectionId);
    expect(after?.keys).not.toEqual(before?.keys);
    expect(after).toMatchObject({ keys: { kind: "shopify", clientId: fake.clientId } });
  });

  test("whose webhook Shopify has dropped misses it", async () => {
    const { fake, install, finish, door, connectionId } = await open();
    await finish(await install());
    fake.webhooks.shift();
    expect(await checkWebhooks(door(), connectionId)).toMatchObject({
      ...{ state: "missing", missing: [shopify.topics[0]] },
    });
  });

  test("with a new secret fetches its tokens with that", async () => {
    const { install, finish, manage, door, connectionId } = await open();
    await finish(await install());
    const secret = "shpss_0123456789abcdef";
    await actOnConnection(manage(), HOOK_APP, connectionId, {
      intent: "rotate-secret",
      secret,
      oldSecret: "keep",
    });
    expect((await openCredentials(door(), connectionId))?.keys).toMatchObject({ clientSecret: secret });
  });

  test("loses its webhooks with the connection", async () => {
    const { fake, install, finish, manage, connectionId } = await open();
    await finish(await install());
    await actOnConnection(manage(), HOOK_APP, connectionId, { intent: "remove" });
    await aina.outside.settle();
    expect(fake.webhooks).toEqual([]);
  });
});
