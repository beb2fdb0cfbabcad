import { beforeEach, describe, expect, test, vi } from "vitest";
import { openHttp } from "~/db/client";
import type { InboxConfig, InboxPort } from "~/domain/context";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { createTestDatabase } from "../../../tests/setup/database";
import { pushInboxConfigs } from "./push-inbox-configs.server";

const database = await createTestDatabase();
const db = openHttp(database.url);
const run = (text: string, values: unknown[]) => database.owner.query(text, values);

let told: InboxConfig[];
const inboxes: InboxPort = { configure: async (config) => void told.push(config) };

beforeEach(async () => {
  told = [];
  await database.owner.query("DELETE FROM organizations");
});

async function outbox(): Promise<{ attempts: number; version: number }[]> {
  return (await database.owner.query("SELECT attempts, version FROM inbox_pushes ORDER BY version")).rows;
}

async function addPush(shop: ConnectedShop, version = 1): Promise<void> {
  await run("INSERT INTO inbox_pushes (org_id, connection_id, version) VALUES ($1, $2, $3)", [
    shop.orgId,
    shop.connectionId,
    version,
  ]);
}

describe("pushing configurations to inboxes", () => {
  test("tells an inbox what it needs to accept without a database, and empties the outbox", async () => {
    const secrets = [{ id: "s1", sealed: "sealed.1.abc", expiresAt: null }];
    const shop = await createConnectedShop(run, {
      platform: "shopify",
      externalId: "a.myshopify.com",
      secrets,
    });
    await addPush(shop);
    expect(await pushInboxConfigs({ db, inboxes, limit: 10 })).toEqual({ pushed: 1, failed: 0 });
    const shopExternalId = "a.myshopify.com";
    expect(told).toEqual([
      { ...shop, platform: "shopify", version: 1, isEnabled: true, secrets, shopExternalId },
    ]);
    expect(await outbox()).toEqual([]);
    expect(await pushInboxConfigs({ db, inboxes, limit: 10 })).toEqual({ pushed: 0, failed: 0 });
  });

  test.each([
    ["waiting", true],
    ["live", true],
    ["uninstalled", true],
    ["paused", false],
    ["removed", false],
  ])("switches the inbox of a %s connection on or off", async (state, isEnabled) => {
    await addPush(await createConnectedShop(run, { state }));
    await pushInboxConfigs({ db, inboxes, limit: 10 });
    expect(told.map((config) => config.isEnabled)).toEqual([isEnabled]);
  });

  test("keeps a push whose inbox could not be reached, behind those that were not tried", async () => {
    const spy = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const failing = await createConnectedShop(run);
    await addPush(failing);
    const away: InboxPort = { configure: () => Promise.reject(new Error("away")) };
    expect(await pushInboxConfigs({ db, inboxes: away, limit: 1 })).toEqual({ pushed: 0, failed: 1 });
    expect(await outbox()).toEqual([{ attempts: 1, version: 1 }]);
    const next = await createConnectedShop(run);
    await addPush(next);
    await pushInboxConfigs({ db, inboxes, limit: 1 });
    expect(told.map(({ connectionId }) => connectionId)).toEqual([next.connectionId]);
    expect(spy).toHaveBeenCalledOnce();
    spy.mockRestore();
  });

  test("keeps a push when the configuration changed while its inbox was told", async () => {
    const shop = await createConnectedShop(run);
    await addPush(shop);
    const slow: InboxPort = {
      async configure() {
        await run("UPDATE connections SET config_version = 2 WHERE id = $1", [shop.connectionId]);
        await run("UPDATE inbox_pushes SET version = 2 WHERE connection_id = $1", [shop.connectionId]);
      },
    };
    await pushInboxConfigs({ db, inboxes: slow, limit: 10 });
    expect(await outbox()).toMatchObject([{ version: 2 }]);
    await pushInboxConfigs({ db, inboxes, limit: 10 });
    expect(told).toMatchObject([{ version: 2 }]);
    expect(await outbox()).toEqual([]);
  });

  test("can be asked for one connection alone", async () => {
    const [one, other] = [await createConnectedShop(run), await createConnectedShop(run)];
    await addPush(one);
    await addPush(other);
    await pushInboxConfigs({ db, inboxes, limit: 1, connectionId: other.connectionId });
    expect(told.map(({ connectionId }) => connectionId)).toEqual([other.connectionId]);
  });
});
