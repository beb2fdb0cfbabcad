import { describe, expect, test } from "vitest";
import { woocommerce } from "~/connectors/woocommerce/connector";
import { approve, HOOK_APP, openApprovingShop } from "../../../../tests/factories/approving-shop";
import { createMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { actOnConnection } from "../act-on-connection.server";
import { revealSecret } from "../reveal-secret.server";
import { beginApproval } from "./begin-approval.server";
import { checkWebhooks } from "./check-webhooks.server";
import { finishApproval } from "./finish-approval.server";
import { pasteKeys } from "./paste-keys.server";
import { registerWebhooks } from "./register-webhooks.server";
import { shopDoorOf } from "./shop-door";

const database = await createTestDatabase();
const { owner } = database;
const aina = await createMember(database);
const open = () => openApprovingShop(database, aina, "woocommerce");
type Opened = Awaited<ReturnType<typeof open>>;

const begin = ({ manage, connectionId }: Opened) =>
  beginApproval(manage(), { intent: "begin", connectionId });
const finish = ({ manage, connectionId }: Opened, params: URLSearchParams) =>
  finishApproval(manage(), HOOK_APP, { connectionId, params });

async function connected() {
  const shop = await open();
  await finish(shop, await approve(shop.shops, (await begin(shop)).to));
  const door = () => shopDoorOf(shop.manage(), HOOK_APP);
  return { ...shop, door, woo: shop.shops.woo(shop.host) };
}

async function credentialsOf(connectionId: string) {
  const query = "SELECT * FROM connection_credentials WHERE connection_id = $1";
  return (await owner.query(query, [connectionId])).rows[0];
}

async function actsOf(connectionId: string): Promise<string[]> {
  const query = "SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY seq";
  return (await owner.query(query, [connectionId])).rows.map(({ action }) => action);
}

describe("letting us into a WooCommerce shop", () => {
  test("brings keys, and the shop's webhooks are made with the connection's secret", async () => {
    const { woo, host, connectionId, manage } = await connected();
    expect(woo.webhooks.map(({ topic }) => topic)).toEqual(woocommerce.topics);
    const { secret } = await revealSecret(manage(), { connectionId });
    for (const webhook of woo.webhooks) {
      expect(webhook).toMatchObject({ secret, status: "active" });
      expect(webhook.delivery_url).toMatch(/^https:\/\/app\.orucrm\.com\/hooks\/woocommerce\//);
    }
    const kept = await credentialsOf(connectionId);
    expect(kept).toMatchObject({
      ...{ account: `https://${host}`, scopes: ["read", "write"], webhooks_state: "registered" },
    });
    expect((await actsOf(connectionId)).slice(1, 4)).toEqual([
      "connection.approval_asked",
      "connection.keys_kept",
      "connection.webhooks_registered",
    ]);
  });

  test("counts once: the same state brings no second keys", async () => {
    const shop = await open();
    const { to } = await begin(shop);
    await approve(shop.shops, to);
    await approve(shop.shops, to);
    expect(shop.statuses).toEqual([200, 404]);
  });

  test("does not count after its time, nor when it was begun anew, nor with another state", async () => {
    const shop = await open();
    const first = await begin(shop);
    const second = await begin(shop);
    await approve(shop.shops, first.to);
    await approve(shop.shops, second.to.replace(/user_id=[^&]+/, "user_id=guessed"));
    await owner.query("UPDATE connection_handovers SET expires_at = now() WHERE connection_id = $1", [
      shop.connectionId,
    ]);
    await approve(shop.shops, second.to);
    expect(shop.statuses).toEqual([404, 404, 404]);
    expect(await credentialsOf(shop.connectionId)).toBeUndefined();
  });

  test.each([
    "UPDATE memberships SET role = 'analyst' WHERE user_id = $1",
    "DELETE FROM memberships WHERE user_id = $1",
  ])("does not count any more after %s", async (change) => {
    const manager = await createMember(database, { organization: aina, role: "manager" });
    const shop = await openApprovingShop(database, manager, "woocommerce");
    const { to } = await begin(shop);
    await owner.query(change, [manager.userId]);
    await approve(shop.shops, to);
    expect(shop.statuses).toEqual([404]);
  });

  test("that the owner denies changes nothing, and says so", async () => {
    const shop = await open();
    await begin(shop);
    const denied = finish(shop, new URLSearchParams({ success: "0" }));
    await expect(denied).rejects.toMatchObject({ messageKey: "shopAccess:approval.denied" });
    expect(shop.shops.woo(shop.host).webhooks).toEqual([]);
  });

  test("tells a stranger, and whoever may not connect shops, nothing of it", async () => {
    const { connectionId } = await open();
    const viewer = await createMember(database, { organization: aina, role: "viewer" });
    const params = new URLSearchParams({ success: "0" });
    for (const [member, code] of [
      [await createMember(database), "not_found"],
      [viewer, "forbidden"],
    ] as const) {
      const finished = finishApproval(member.context("connections.manage"), HOOK_APP, {
        connectionId,
        params,
      });
      await expect(finished).rejects.toMatchObject({ code });
    }
  });

  test("finds the page of a site with plain permalinks", async () => {
    const shop = await open();
    shop.shops.woo(shop.host).habits = { isPlain: true };
    expect((await begin(shop)).to).toContain(`https://${shop.host}/?wc-auth-version=1`);
  });

  test.each([
    ["not_json", { isBlocked: true }],
    ["not_found", { hasNoWoo: true }],
  ] as const)("says %s in words when the site's interface is not to be had", async (problem, habits) => {
    const shop = await open();
    shop.shops.woo(shop.host).habits = habits;
    await expect(begin(shop)).rejects.toMatchObject({ messageKey: `shopAccess:refusals.${problem}` });
  });

  test("asks no other shop than the connection's", async () => {
    const { manage, connectionId } = await open();
    const asked = { intent: "begin", connectionId, shopAddress: "other.example.com" } as const;
    await expect(beginApproval(manage(), asked)).rejects.toMatchObject({
      fields: { shopAddress: "shopAccess:errors.otherShop" },
    });
  });

  test("is not begun for another organization's connection", async () => {
    const { connectionId } = await open();
    const stranger = await createMember(database);
    const asked = beginApproval(stranger.context("connections.manage"), { intent: "begin", connectionId });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("keys that the seller made", () => {
  const paste = ({ manage, connectionId }: Opened, keys: { ck: string; cs: string }) =>
    pasteKeys(manage(), HOOK_APP, {
      ...{ intent: "paste", connectionId, consumerKey: keys.ck, consumerSecret: keys.cs },
    });

  test("are kept once the shop accepts them, and register the webhooks", async () => {
    const shop = await open();
    const woo = shop.shops.woo(shop.host);
    expect(await paste(shop, woo.addKey())).toMatchObject({ created: woocommerce.topics.length });
    expect(await credentialsOf(shop.connectionId)).toMatchObject({ account: `https://${shop.host}` });
  });

  test("are not kept when the shop refuses them", async () => {
    const shop = await open();
    const wrong = paste(shop, { ck: "ck_wrong", cs: "cs_wrong" });
    await expect(wrong).rejects.toMatchObject({ messageKey: "shopAccess:refusals.keys_refused" });
    expect(await credentialsOf(shop.connectionId)).toBeUndefined();
  });

  test("that only read are kept as broken, with the reason", async () => {
    const shop = await open();
    const reads = paste(shop, shop.shops.woo(shop.host).addKey("read"));
    await expect(reads).rejects.toMatchObject({ messageKey: "shopAccess:refusals.not_allowed" });
    expect(await credentialsOf(shop.connectionId)).toMatchObject({
      broken_reason: "shopAccess:refusals.not_allowed",
    });
  });
});

describe("a shop's webhooks", () => {
  test("are seen to be switched off or missing, and registered again without doubling any", async () => {
    const { woo, door, connectionId } = await connected();
    expect((await checkWebhooks(door(), connectionId)).state).toBe("registered");
    const [first, second] = woo.webhooks;
    if (!first || !second) throw new Error("no webhooks");
    first.status = "disabled";
    woo.webhooks.splice(1, 1);
    expect(await checkWebhooks(door(), connectionId)).toEqual({
      ...{ state: "switched_off", missing: [second.topic], switchedOff: [first.topic] },
    });
    expect(await credentialsOf(connectionId)).toMatchObject({ webhooks_state: "switched_off" });
    const again = await registerWebhooks(door(), connectionId);
    expect(again).toEqual({ created: 1, renewed: woocommerce.topics.length - 1, refused: [] });
    expect(woo.webhooks.map(({ topic }) => topic).sort()).toEqual([...woocommerce.topics].sort());
    expect(first.status).toBe("active");
  });

  test("that are there twice are made one, and those of others are left alone", async () => {
    const { woo, door, connectionId } = await connected();
    const [first] = woo.webhooks;
    if (!first) throw new Error("no webhooks");
    const others = { ...first, id: 902, delivery_url: "https://other.example.com/" };
    woo.webhooks.push({ ...first, id: 901 }, others);
    await registerWebhooks(door(), connectionId);
    expect(woo.webhooks).toHaveLength(woocommerce.topics.length + 1);
    expect(woo.webhooks).toContain(others);
  });

  test("are asked for with keys that were taken back: they count as broken until they work again", async () => {
    const { woo, door, connectionId } = await connected();
    const keys = woo.keys.splice(0);
    await expect(checkWebhooks(door(), connectionId)).rejects.toMatchObject({
      messageKey: "shopAccess:refusals.keys_refused",
    });
    expect(await credentialsOf(connectionId)).toMatchObject({
      broken_reason: "shopAccess:refusals.keys_refused",
    });
    woo.keys.push(...keys);
    await checkWebhooks(door(), connectionId);
    expect(await credentialsOf(connectionId)).toMatchObject({ broken_reason: null });
  });

  test("are not asked for without keys, nor for another organization", async () => {
    const { manage, connectionId } = await open();
    const without = checkWebhooks(shopDoorOf(manage(), HOOK_APP), connectionId);
    await expect(without).rejects.toMatchObject({ messageKey: "shopAccess:noKeys" });
    const known = await connected();
    const stranger = await createMember(database);
    const door = shopDoorOf(stranger.context("connections.manage"), HOOK_APP);
    await expect(registerWebhooks(door, known.connectionId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("get a new secret at once, and the old one ends early", async () => {
    const { woo, manage, connectionId } = await connected();
    const rotate = { intent: "rotate-secret", secret: undefined, oldSecret: "keep" } as const;
    await actOnConnection(manage(), HOOK_APP, connectionId, rotate);
    const { secret } = await revealSecret(manage(), { connectionId });
    expect(new Set(woo.webhooks.map((one) => one.secret))).toEqual(new Set([secret]));
    const { rows } = await owner.query("SELECT secrets FROM connections WHERE id = $1", [connectionId]);
    const [, old] = rows[0].secrets;
    const left = Date.parse(old.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(8 * 60_000);
    expect(left).toBeLessThan(11 * 60_000);
    expect(aina.configs.at(-1)?.secrets[1]?.expiresAt).toBe(old.expiresAt);
  });

  test("that do not take a new secret leave the old one its days, and are to be registered again", async () => {
    const { woo, manage, connectionId } = await connected();
    woo.habits = { isBlocked: true };
    const rotate = { intent: "rotate-secret", secret: undefined, oldSecret: "keep" } as const;
    await actOnConnection(manage(), HOOK_APP, connectionId, rotate);
    const { rows } = await owner.query("SELECT secrets FROM connections WHERE id = $1", [connectionId]);
    expect(Date.parse(rows[0].secrets[1].expiresAt) - Date.now()).toBeGreaterThan(2 * 86_400_000);
    expect(await credentialsOf(connectionId)).toMatchObject({ webhooks_state: "missing" });
  });

  test("go from the shop with the connection, and its keys with them", async () => {
    const { woo, manage, connectionId } = await connected();
    await actOnConnection(manage(), HOOK_APP, connectionId, { intent: "remove" });
    await aina.outside.settle();
    expect(woo.webhooks).toEqual([]);
    expect(await credentialsOf(connectionId)).toBeUndefined();
  });

  test("that cannot be reached do not keep a connection from being removed", async () => {
    const { woo, manage, connectionId } = await connected();
    woo.habits = { isBlocked: true };
    await actOnConnection(manage(), HOOK_APP, connectionId, { intent: "remove" });
    await aina.outside.settle();
    expect(await credentialsOf(connectionId)).toBeUndefined();
    expect((await actsOf(connectionId)).at(-1)).toBe("connection.removed");
  });
});
