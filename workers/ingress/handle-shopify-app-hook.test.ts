import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { hmacSha256Base64 } from "~/lib/hmac";
import { configOf } from "../config";
import { configureInbox } from "../durable-objects/inbox/inbox-fixture";
import { inboxPort } from "../inbox-port";
import { handleHook } from "./handle-hook";

const redact = (domain: string) => ({
  shop_id: 954889,
  shop_domain: domain,
  customer: { id: 191167, email: "aisyah@example.com", phone: "+60123456789" },
  orders_to_redact: [299938],
});

async function send(payload: unknown, options: { secret?: string; headers?: Record<string, string> } = {}) {
  const body = new TextEncoder().encode(JSON.stringify(payload));
  const secret = options.secret ?? configOf(env).shopifyAppSecrets[0] ?? "";
  const headers = {
    "X-Shopify-Topic": "customers/redact",
    "X-Shopify-Webhook-Id": crypto.randomUUID(),
    "X-Shopify-Hmac-Sha256": await hmacSha256Base64(secret, body),
    ...options.headers,
  };
  return handleHook(new Request("https://crm.example/hooks/shopify", { method: "POST", headers, body }), env);
}

async function connectShop(domain: string, changes: { isEnabled?: boolean } = {}) {
  const shop = await configureInbox({ platform: "shopify", shopExternalId: domain, ...changes });
  await inboxPort(env).configure({ ...shop.config, version: 2 });
  return shop;
}

describe("Shopify's app-level address", () => {
  test("hands a privacy request to every connection of the shop, switched off ones too", async () => {
    const live = await connectShop("kedai-a.myshopify.com");
    const off = await connectShop("kedai-a.myshopify.com", { isEnabled: false });
    const other = await connectShop("kedai-b.myshopify.com");
    const answer = await send(redact("Kedai-A.myshopify.com"));
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    for (const { inbox } of [live, off]) {
      expect((await inbox.read(1, 9)).deliveries).toMatchObject([{ topic: "customers/redact" }]);
    }
    expect((await other.inbox.read(1, 9)).deliveries).toEqual([]);
  });

  test("believes the signed body before the header about which shop it is", async () => {
    const named = await connectShop("kedai-c.myshopify.com");
    const other = await connectShop("kedai-d.myshopify.com");
    await send(redact("kedai-c.myshopify.com"), {
      headers: { "X-Shopify-Shop-Domain": "kedai-d.myshopify.com" },
    });
    expect((await named.inbox.read(1, 9)).deliveries).toHaveLength(1);
    expect((await other.inbox.read(1, 9)).deliveries).toEqual([]);
  });

  test("answers 401 to a wrong signature and wakes nothing", async () => {
    const before = (await listDurableObjectIds(env.DIRECTORY)).length;
    expect((await send(redact("kedai-e.myshopify.com"), { secret: "guess" })).status).toBe(401);
    expect(await listDurableObjectIds(env.DIRECTORY)).toHaveLength(before);
  });

  test("answers 200 for a shop that nobody connected, and counts it", async () => {
    expect((await send(redact("kedai-f.myshopify.com"))).status).toBe(200);
    expect((await send(redact("kedai-f.myshopify.com"))).status).toBe(200);
    expect(await env.DIRECTORY.getByName("kedai-f.myshopify.com").unknown()).toMatchObject({ count: 2 });
  });

  test("answers 200 to a signed request that names no shop: repeating it would not help", async () => {
    expect((await send({ hello: "there" })).status).toBe(200);
    expect((await send(redact("evil.example"))).status).toBe(200);
  });

  test("asks Shopify to come again when an inbox of the shop is not ready", async () => {
    await connectShop("kedai-g.myshopify.com");
    await env.DIRECTORY.getByName("kedai-g.myshopify.com").add(crypto.randomUUID());
    expect((await send(redact("kedai-g.myshopify.com"))).status).toBe(503);
  });
});
