import { describe, expect, test } from "vitest";
import { shopFetch } from "~/integrations/shop-api/shop-fetch";
import { FakeShops } from "../../../../dev/fakes/fake-shops";
import { shopify } from "../connector";
import { approvalUrl, isSignedReturn } from "./approval";
import { shopifyCall } from "./graphql";
import { fetchToken, refreshToken } from "./tokens";
import { shopifyWebhooks } from "./webhooks";

const DOMAIN = "kedai.myshopify.com";
const ADDRESS = "https://app.orucrm.com/hooks/shopify/token";
const NOW = new Date("2026-11-24T00:00:00Z");

function openShop() {
  const shops = new FakeShops();
  const shop = shops.shopify(DOMAIN);
  const ask = shopFetch({ fetch: shops.fetch, sleep: async () => undefined });
  const { clientId, clientSecret } = shop;
  const asking = {
    shop: DOMAIN,
    clientId,
    state: "st",
    callbackUrl: "https://app.orucrm.com/connect/shopify",
  };
  const install = () => new URL(shop.installed(new URL(approvalUrl(asking)))).searchParams;
  return { shop, ask, app: { shop: DOMAIN, clientId, clientSecret }, install };
}

describe("an installed app", () => {
  test("comes back signed, with a code for a token that expires and is refreshed", async () => {
    const { ask, app, install } = openShop();
    const back = install();
    expect(await isSignedReturn(back, app.clientSecret)).toBe(true);
    const token = await fetchToken(ask, app, back.get("code") ?? "", NOW);
    expect(token).toMatchObject({
      expiresAt: "2026-11-24T01:00:00.000Z",
      scopes: ["read_customers", "read_orders", "read_products"],
    });
    const next = await refreshToken(ask, app, token.refreshToken ?? "", NOW);
    expect(next.accessToken).not.toBe(token.accessToken);
    expect(await shopifyWebhooks(shopifyCall(ask, DOMAIN, next.accessToken), ADDRESS).list()).toEqual([]);
  });

  test("of the old kind gets a token that lasts", async () => {
    const { shop, ask, app, install } = openShop();
    shop.expires = false;
    const token = await fetchToken(ask, app, install().get("code") ?? "", NOW);
    expect(token).toMatchObject({ expiresAt: null, refreshToken: null });
  });

  test("gets nothing for a used code or with a wrong secret", async () => {
    const { ask, app, install } = openShop();
    const code = install().get("code") ?? "";
    const wrong = fetchToken(ask, { ...app, clientSecret: "x" }, code, NOW);
    await expect(wrong).rejects.toMatchObject({ problem: "keys_refused" });
    await fetchToken(ask, app, code, NOW);
    await expect(fetchToken(ask, app, code, NOW)).rejects.toMatchObject({ problem: "keys_refused" });
  });

  test.each(["shop", "code", "state", "timestamp", "host"])(
    "is not believed with another %s",
    async (name) => {
      const { app, install } = openShop();
      const back = install();
      back.set(name, "evil.myshopify.com");
      expect(await isSignedReturn(back, app.clientSecret)).toBe(false);
    },
  );

  test.each(["", "0".repeat(64), "short"])("is not believed with the signature '%s'", async (hmac) => {
    const { app, install } = openShop();
    const back = install();
    back.set("hmac", hmac);
    expect(await isSignedReturn(back, app.clientSecret)).toBe(false);
  });

  // The example of Shopify's own guide.
  test("is signed over all parameters but the signature, in the order of their names", async () => {
    const query =
      "code=0907a61c0c8d55e99db179b68161bc00&hmac=700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173";
    expect(await isSignedReturn(new URLSearchParams(query), "hush")).toBe(true);
  });
});

describe("a Shopify shop's webhooks", () => {
  async function connected() {
    const { shop, ask, app, install } = openShop();
    const { accessToken } = await fetchToken(ask, app, install().get("code") ?? "", NOW);
    return { shop, ask, api: shopifyWebhooks(shopifyCall(ask, DOMAIN, accessToken), ADDRESS) };
  }

  test("are made for every topic in Shopify's spelling, and told in ours", async () => {
    const { shop, api } = await connected();
    for (const topic of shopify.topics) await api.create(topic);
    expect(shop.webhooks.map(({ topic }) => topic)).toContain("CUSTOMERS_EMAIL_MARKETING_CONSENT_UPDATE");
    const listed = await api.list();
    expect(listed.map(({ topic }) => topic)).toEqual(shopify.topics);
    expect(listed.every(({ isOn, address }) => isOn && address === ADDRESS)).toBe(true);
    for (const webhook of listed) await api.remove(webhook);
    for (const webhook of listed.slice(0, 1)) await api.remove(webhook);
    expect(shop.webhooks).toEqual([]);
  });

  test("that are there already are what was wanted", async () => {
    const { shop, api } = await connected();
    await api.create("orders/create");
    await api.create("orders/create");
    expect(shop.webhooks).toHaveLength(1);
  });

  test("need Shopify's approval for personal data", async () => {
    const { shop, api } = await connected();
    shop.refusedTopics = ["CUSTOMERS_CREATE"];
    await expect(api.create("customers/create")).rejects.toMatchObject({ problem: "not_allowed" });
  });

  test("are refused to a token that was taken back", async () => {
    const { shop, api } = await connected();
    shop.tokens.clear();
    await expect(api.list()).rejects.toMatchObject({ problem: "keys_refused" });
  });
});
