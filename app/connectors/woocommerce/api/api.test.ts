import { describe, expect, test } from "vitest";
import { shopFetch } from "~/integrations/shop-api/shop-fetch";
import { FakeShops } from "../../../../dev/fakes/fake-shops";
import { approvalUrl, broughtKeysSchema } from "./approval";
import { wooCall } from "./call";
import { findSite } from "./site";
import { wooWebhooks } from "./webhooks";

const HOST = "kedai.example.com";
const TARGET = { address: "https://app.orucrm.com/hooks/woocommerce/token", secret: "s".repeat(48) };

function openShop(permissions: "read" | "write" | "read_write" = "read_write") {
  const shops = new FakeShops(async () => new Response());
  const shop = shops.woo(HOST);
  const { ck, cs } = shop.addKey(permissions);
  const ask = shopFetch({ fetch: shops.fetch, sleep: async () => undefined });
  const keys = { site: `https://${HOST}`, consumerKey: ck, consumerSecret: cs };
  const webhooks = (change = {}) => wooWebhooks(wooCall(ask, { ...keys, ...change }), TARGET);
  return { shops, shop, ask, webhooks };
}

describe("a WooCommerce shop's webhooks", () => {
  test("are made with our address and secret, told, switched on again and removed", async () => {
    const { shop, webhooks } = openShop();
    const api = webhooks();
    await api.create("order.created");
    expect(shop.webhooks).toMatchObject([
      { topic: "order.created", status: "active", delivery_url: TARGET.address, secret: TARGET.secret },
    ]);
    for (const webhook of shop.webhooks) Object.assign(webhook, { status: "disabled", secret: "old" });
    const [listed] = await api.list();
    expect(listed).toEqual({ id: "1", topic: "order.created", address: TARGET.address, isOn: false });
    if (!listed) throw new Error("none listed");
    await api.renew(listed);
    expect(shop.webhooks).toMatchObject([{ status: "active", secret: TARGET.secret }]);
    await api.remove(listed);
    await api.remove(listed);
    expect(shop.webhooks).toEqual([]);
  });

  test("are told beyond the first page", async () => {
    const { webhooks } = openShop();
    for (let i = 0; i < 101; i++) await webhooks().create("order.created");
    expect(await webhooks().list()).toHaveLength(101);
  });

  test.each([
    ["permalinks are plain", { isPlain: true }],
    ["the host drops the header with the keys", { dropsHeader: true }],
    ["both", { isPlain: true, dropsHeader: true }],
  ])("are reached where %s", async (_, habits) => {
    const { shop, webhooks } = openShop();
    shop.habits = habits;
    await webhooks().create("order.created");
    expect(await webhooks().list()).toHaveLength(1);
  });

  test.each([
    ["keys_refused", { consumerKey: "ck_wrong" }],
    ["keys_refused", { consumerSecret: "cs_wrong" }],
  ])("say %s for wrong keys", async (problem, change) => {
    await expect(openShop().webhooks(change).list()).rejects.toMatchObject({ problem });
  });

  test("say that keys which only read may not make one", async () => {
    const { webhooks } = openShop("read");
    expect(await webhooks().list()).toEqual([]);
    await expect(webhooks().create("order.created")).rejects.toMatchObject({ problem: "not_allowed" });
  });

  test("say that something on the site blocks the interface", async () => {
    const { shop, webhooks } = openShop();
    shop.habits = { isBlocked: true };
    await expect(webhooks().list()).rejects.toMatchObject({ problem: "not_json" });
  });
});

describe("a WooCommerce site", () => {
  test.each([false, true])("is found, its plain permalinks being %s", async (isPlain) => {
    const { shop, ask } = openShop();
    shop.habits = { isPlain };
    expect(await findSite(ask, HOST)).toEqual({ url: `https://${HOST}`, isPlain });
  });

  test("is found at its other name when it sends visitors there", async () => {
    const { shops } = openShop();
    const elsewhere = new Response(null, { status: 301, headers: { Location: `https://www.${HOST}/` } });
    const ask = shopFetch({
      fetch: async (input, init) =>
        String(input).startsWith(`https://${HOST}`) ? elsewhere : shops.fetch(input, init),
    });
    expect((await findSite(ask, HOST)).url).toBe(`https://www.${HOST}`);
  });

  test.each([
    ["not_json", { isBlocked: true }],
    ["not_found", { hasNoWoo: true }],
  ])("says %s where its interface is not to be had", async (problem, habits) => {
    const { shop, ask } = openShop();
    shop.habits = habits;
    await expect(findSite(ask, HOST)).rejects.toMatchObject({ problem });
  });

  test("that is a private address is not called", async () => {
    await expect(findSite(openShop().ask, "169.254.169.254")).rejects.toMatchObject({
      problem: "address_refused",
    });
  });
});

describe("the hand-over of keys", () => {
  const asked = {
    state: "state",
    returnUrl: "https://app.orucrm.com/back",
    callbackUrl: "https://app.orucrm.com/keys",
  };

  test.each([
    [false, "/wc-auth/v1/authorize"],
    [true, "/"],
  ])("is asked for on the shop's own page (plain permalinks: %s)", (isPlain, path) => {
    const url = new URL(approvalUrl({ url: `https://${HOST}`, isPlain }, asked));
    expect(url.pathname).toBe(path);
    expect(url.searchParams.get("wc-auth-route")).toBe(isPlain ? "authorize" : null);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ app_name: "OruCRM", scope: "read_write", user_id: "state" },
      ...{ return_url: asked.returnUrl, callback_url: asked.callbackUrl },
    });
  });

  test("reads what the shop brings, and nothing else", () => {
    const brought = {
      ...{ key_id: 1, user_id: 123, key_permissions: "read_write" },
      ...{ consumer_key: "ck_1", consumer_secret: "cs_1" },
    };
    expect(broughtKeysSchema.parse(brought)).toEqual({
      ...{ state: "123", consumerKey: "ck_1", consumerSecret: "cs_1", scopes: ["read", "write"] },
    });
    for (const wrong of [{ consumer_key: "x" }, { key_permissions: "all" }, { user_id: null }])
      expect(broughtKeysSchema.safeParse({ ...brought, ...wrong }).success).toBe(false);
  });
});
