import { describe, expect, test, vi } from "vitest";
import { shopifyDelivery, signShopify } from "~/connectors/shopify/fixtures/delivery";
import { shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import { shopifyCustomerRedactBody } from "~/connectors/shopify/fixtures/other-bodies";
import { wooDelivery, wooHeaders } from "~/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { WOO_PING_BODY } from "~/connectors/woocommerce/fixtures/other-bodies";
import { hmacSha256Base64 } from "~/lib/hmac";
import { APP_KEYS, startBuiltApp } from "../setup/built-app";
import { joinApp } from "./support/app-member";
import { connectShop } from "./support/app-shop";

const app = await startBuiltApp();
const { owner } = app.database;
const PATIENCE = { timeout: 20_000, interval: 100 };
const MEGABYTE = 1024 * 1024;

const outcomesOf = async (connectionId: string) => {
  const found = await owner.query(
    "SELECT topic, outcome, reason FROM deliveries WHERE connection_id = $1 ORDER BY received_at",
    [connectionId],
  );
  return found.rows;
};

describe("a WooCommerce connection's address", async () => {
  const shop = await connectShop(app, await joinApp(app));
  const signed = (body: unknown = wooOrderBody()) =>
    wooDelivery({ topic: "order.created", secret: shop.secret, body });
  const post = (init: RequestInit) => fetch(shop.address, { method: "POST", ...init });
  /** Signs any bytes: the sender is genuine, what it sends is not a WooCommerce order. */
  const postSigned = async (bytes: Uint8Array<ArrayBuffer>) => {
    const signature = await hmacSha256Base64(shop.secret, bytes);
    return post({ headers: wooHeaders({ topic: "order.created", signature }), body: bytes });
  };

  test("refuses a wrong, missing, cut or foreign signature and keeps nothing of the body", async () => {
    const { headers, body } = await signed();
    const signature = headers["x-wc-webhook-signature"] ?? "";
    const foreign = await hmacSha256Base64("another secret", new TextEncoder().encode(body));
    const urlSafe = signature.replaceAll("+", "-").replaceAll("/", "_").replace("=", "");
    for (const wrong of [
      "",
      "abc",
      signature.slice(0, -4),
      `${signature}A`,
      urlSafe.toUpperCase(),
      foreign,
    ]) {
      const answer = await post({ headers: { ...headers, "x-wc-webhook-signature": wrong }, body });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: "bad_signature" });
    }
    const { "x-wc-webhook-signature": _signature, ...unsigned } = headers;
    expect((await post({ headers: unsigned, body })).status).toBe(401);
    expect((await post({ headers, body: `${body} ` })).status).toBe(401);
    expect(await outcomesOf(shop.connectionId)).toEqual([]);
  });

  test("answers WooCommerce's unsigned ping with 200 and keeps nothing of it", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await post({ headers, body: WOO_PING_BODY })).status).toBe(200);
    expect((await post({ headers, body: `${WOO_PING_BODY}&more=1` })).status).toBe(401);
    expect(await outcomesOf(shop.connectionId)).toEqual([]);
  });

  test("[1.3a] takes a signed order, which becomes an order with its customer", async () => {
    const answer = await post(await signed());
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    await vi.waitFor(async () => {
      const found = await owner.query(
        `SELECT o.number, o.total_minor::int AS total, c.name, c.orders_count::int AS orders
         FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.org_id = c.org_id`,
      );
      const aisyah = { number: "727", total: 4580, name: "Nur Aisyah binti Rahman", orders: 1 };
      expect(found.rows).toEqual([aisyah]);
    }, PATIENCE);
    expect(await outcomesOf(shop.connectionId)).toEqual([
      { topic: "order.created", outcome: "applied", reason: null },
    ]);
  });

  test("says what is wrong with a signed body that it cannot read, and records it as failed", async () => {
    const text = (words: string) => new TextEncoder().encode(words);
    const bodies = [
      [400, "not_json", text('{"id": 7')],
      [415, "not_utf8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
      [422, "too_deep", text("[".repeat(500) + "]".repeat(500))],
    ] as const;
    for (const [status, error, bytes] of bodies) {
      const answer = await postSigned(bytes);
      expect([answer.status, await answer.json()]).toMatchObject([status, { error }]);
    }
    await vi.waitFor(async () => {
      const failed = (await outcomesOf(shop.connectionId)).filter(({ outcome }) => outcome === "failed");
      expect(failed.map(({ reason }) => reason)).toEqual(["not_json", "not_utf8", "too_deep"]);
    }, PATIENCE);
  });

  test("takes 1 MB and refuses more, signed or not", async () => {
    const order = JSON.stringify({ ...wooOrderBody({ id: 728 }), note: "" });
    const ofSize = (bytes: number) =>
      new TextEncoder().encode(order.replace('"note":""', `"note":"${"x".repeat(bytes - order.length)}"`));
    expect((await postSigned(ofSize(MEGABYTE))).status).toBe(200);
    const refused = await postSigned(ofSize(MEGABYTE + 1));
    expect([refused.status, await refused.json()]).toMatchObject([413, { error: "too_large" }]);
  });

  test("takes POST alone, and tells who opens it in a browser what it is for", async () => {
    const answer = await fetch(shop.address);
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "POST"]);
    expect(await answer.text()).toMatch(/Paste it into the shop's webhook settings/);
    expect((await fetch(shop.address, { method: "PUT", body: "{}" })).status).toBe(405);
  });

  test("exists only as it was given out", async () => {
    const delivery = await signed();
    const [, token = ""] = /\/([^/]+)$/.exec(shop.address) ?? [];
    const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const path of [`woocommerce/${forged}`, `shopify/${token}`, `onpay/${token}`, "woocommerce/x", ""]) {
      const answer = await fetch(`${app.url}/hooks/${path}`, { method: "POST", ...delivery });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test("does not take what another connection's secret signed", async () => {
    const other = await connectShop(app, await joinApp(app));
    const delivery = await wooDelivery({
      topic: "order.created",
      secret: other.secret,
      body: wooOrderBody(),
    });
    expect((await post(delivery)).status).toBe(401);
  });
});

describe("Shopify", async () => {
  const shopAddress = "kedai-mak-teh.myshopify.com";
  const member = await joinApp(app);
  const shop = await connectShop(app, member, { platform: "shopify", shopAddress });
  const customers = async () => {
    const found = await owner.query("SELECT name, email, phone FROM customers WHERE org_id = $1", [
      member.orgId,
    ]);
    return found.rows;
  };
  const redact = (secret: string) =>
    shopifyDelivery({ topic: "customers/redact", secret, body: shopifyCustomerRedactBody() });
  const toApp = (init: RequestInit) => fetch(`${app.url}/hooks/shopify`, { method: "POST", ...init });

  test("[1.3b] a signed order at the connection's address becomes an order with its customer", async () => {
    const answer = await shop.deliver("orders/create", shopifyOrderBody());
    expect(answer.status).toBe(200);
    await vi.waitFor(async () => {
      expect(await customers()).toMatchObject([{ name: "Nur Aisyah binti Rahman" }]);
    }, PATIENCE);
  });

  test("the app-level address refuses a privacy request that the app's secret did not sign", async () => {
    const { headers, body } = await redact(shop.secret);
    expect((await toApp({ headers, body })).status).toBe(401);
    const { "x-shopify-hmac-sha256": _signature, ...unsigned } = headers;
    expect((await toApp({ headers: unsigned, body })).status).toBe(401);
    const changed = body.replace("kedai-mak-teh", "kedai-lain");
    const signature = await signShopify(APP_KEYS.SHOPIFY_APP_SECRETS, body);
    const tampered = { ...headers, "x-shopify-hmac-sha256": signature };
    expect((await toApp({ headers: tampered, body: changed })).status).toBe(401);
    expect(await customers()).toHaveLength(1);
  });

  test("[6.4] a genuine request to redact a customer is answered 200 and erases who it names", async () => {
    const answer = await toApp(await redact(APP_KEYS.SHOPIFY_APP_SECRETS));
    expect(answer.status).toBe(200);
    await vi.waitFor(async () => {
      const told = JSON.stringify(await customers());
      expect(told).not.toMatch(/aisyah|6012/i);
    }, PATIENCE);
  });
});
