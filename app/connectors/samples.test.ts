import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { ParseResult } from "./connector";
import { CONNECTORS } from "./registry";
import { shopify } from "./shopify/connector";
import { shopifyCheckoutBody } from "./shopify/fixtures/checkout-body";
import { shopifyHeaders, signShopify } from "./shopify/fixtures/delivery";
import { shopifyOrderBody } from "./shopify/fixtures/order-body";
import { shopifyCustomerRedactBody, shopifyShopRedactBody } from "./shopify/fixtures/other-bodies";
import { shopifyProductBody } from "./shopify/fixtures/product-body";
import { woocommerce } from "./woocommerce/connector";
import { signWoo, wooHeaders } from "./woocommerce/fixtures/delivery";
import { wooOrderBody } from "./woocommerce/fixtures/order-body";
import { wooCouponBody, wooDeletedBody, wooLostRightsBody } from "./woocommerce/fixtures/other-bodies";
import { wooProductBody } from "./woocommerce/fixtures/product-body";

/** The vendors' own sample bodies, kept outside the project; our fixtures run through the same rules without them. */
const SAMPLES = join(import.meta.dirname, "../../../shared/payloads");
const SECRET = "rahsia-contoh";

type Expected = ParseResult["outcome"];
type Sample = { name: string; topic: string; body: unknown; outcome: Expected };

const OWN_WOO: Sample[] = [
  { name: "own order", topic: "order.updated", body: wooOrderBody(), outcome: "events" },
  { name: "own deletion", topic: "order.deleted", body: wooDeletedBody(7), outcome: "events" },
  { name: "own product", topic: "product.updated", body: wooProductBody(), outcome: "events" },
  { name: "own coupon", topic: "coupon.updated", body: wooCouponBody(), outcome: "ignored" },
  { name: "own error", topic: "order.updated", body: wooLostRightsBody(), outcome: "needs_attention" },
];

const OWN_SHOPIFY: Sample[] = [
  { name: "own order", topic: "orders/paid", body: shopifyOrderBody(), outcome: "events" },
  { name: "own product", topic: "products/update", body: shopifyProductBody(), outcome: "events" },
  {
    name: "own customer erasure",
    topic: "customers/redact",
    body: shopifyCustomerRedactBody(),
    outcome: "events",
  },
  { name: "own shop erasure", topic: "shop/redact", body: shopifyShopRedactBody(), outcome: "events" },
  { name: "own checkout", topic: "checkouts/create", body: shopifyCheckoutBody(), outcome: "events" },
];

/** As which topic a sample file would arrive, and what must become of it. */
const WOO_FILES: Record<string, [topic: string, outcome: Expected]> = {
  "woocommerce/coupon": ["coupon.updated", "ignored"],
  "woocommerce/customer": ["customer.updated", "events"],
  "woocommerce/customers-list": ["customer.created", "events"],
  "woocommerce/order-create-processing": ["order.created", "events"],
  "woocommerce/order-note": ["order.updated", "needs_attention"],
  "woocommerce/orders-batch": ["order.updated", "events"],
  "woocommerce/product": ["product.updated", "events"],
  "woocommerce/product-variation": ["product.updated", "events"],
  "woocommerce/products-list": ["product.updated", "events"],
  "woocommerce/refunds-list": ["order.updated", "needs_attention"],
  "woocommerce/wc-auth-callback": ["order.updated", "needs_attention"],
  "woocommerce/webhook-deleted-body": ["order.deleted", "events"],
  "woocommerce/webhook-resource": ["order.updated", "needs_attention"],
  "woocommerce-subscriptions/batch-update-subscriptions": ["subscription.updated", "events"],
  "woocommerce-subscriptions/create-a-subscription": ["subscription.created", "events"],
  "woocommerce-subscriptions/delete-a-subscription": ["subscription.deleted", "events"],
  "woocommerce-subscriptions/get-statuses": ["order.updated", "needs_attention"],
  "woocommerce-subscriptions/retrieve-a-subscription": ["subscription.updated", "events"],
  "woocommerce-subscriptions/retrieve-subscription-orders": ["order.updated", "events"],
};

const SHOPIFY_FILES: Record<string, [topic: string, outcome: Expected]> = {
  "shopify/rest-customer": ["customers/update", "events"],
  "shopify/rest-customers_search": ["customers/update", "needs_attention"],
  "shopify/rest-discount_code": ["discounts/create", "ignored"],
  "shopify/rest-draft_order": ["draft_orders/create", "ignored"],
  "shopify/rest-fulfillment": ["fulfillments/create", "ignored"],
  "shopify/rest-order": ["orders/updated", "events"],
  "shopify/rest-product": ["products/update", "events"],
  "shopify/rest-refund": ["refunds/create", "events"],
  "shopify/rest-shop": ["app/uninstalled", "events"],
  "shopify/rest-transaction": ["order_transactions/create", "ignored"],
  "shopify/rest-variant": ["variants/in_stock", "ignored"],
  "shopify/webhook-customers-data_request": ["customers/data_request", "events"],
  "shopify/webhook-customers-redact": ["customers/redact", "events"],
  "shopify/webhook-orders-paid-guest": ["orders/paid", "events"],
  "shopify/webhook-shop-redact": ["shop/redact", "events"],
};

/** Not a body of JSON, but a description of the form-encoded handshake; it has a test of its own. */
const PING_FILE = "woocommerce/ping-on-save";

function readSample(name: string): unknown {
  return JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), "utf8"));
}

function presentNames(folder: string): string[] {
  const path = join(SAMPLES, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).map((file) => `${folder}/${file.replace(/\.json$/, "")}`);
}

/** Lists and batches of the REST API hold several bodies. */
function bodiesOf(sample: unknown): unknown[] {
  if (Array.isArray(sample)) return sample;
  const batch = z.object({ create: z.array(z.unknown()), update: z.array(z.unknown()) }).safeParse(sample);
  return batch.success ? [...batch.data.create, ...batch.data.update] : [sample];
}

function samplesOf(folders: string[], files: Record<string, [string, Expected]>): Sample[] {
  return folders.flatMap(presentNames).flatMap((name) => {
    const [topic, outcome] = files[name] ?? [];
    if (topic === undefined || outcome === undefined) return [];
    return bodiesOf(readSample(name)).map((body, index) => ({
      name: `${name} ${index}`,
      topic,
      body,
      outcome,
    }));
  });
}

async function receive(platform: "woocommerce" | "shopify", { topic, body }: Sample) {
  const text = JSON.stringify(body);
  const rawBody = new TextEncoder().encode(text);
  const headers =
    platform === "woocommerce"
      ? wooHeaders({ topic, signature: await signWoo(SECRET, text) })
      : shopifyHeaders({ topic, signature: await signShopify(SECRET, text) });
  const connector = CONNECTORS[platform];
  const bodyHash = createHash("sha256").update(rawBody).digest("hex");
  const identity = connector.identify({ headers, body, bodyHash });
  return {
    verdict: await connector.verify({ headers, rawBody, secrets: [SECRET] }),
    identity,
    result: connector.parse({ topic: identity.topic, headers, body, receivedAt: "2026-01-01T00:00:00.000Z" }),
  };
}

const wooSamples = [...OWN_WOO, ...samplesOf(["woocommerce", "woocommerce-subscriptions"], WOO_FILES)];
const shopifySamples = [...OWN_SHOPIFY, ...samplesOf(["shopify"], SHOPIFY_FILES)];

describe("samples go through verify, identify and parse with the right outcome", () => {
  test.each(wooSamples)("[1.3a] WooCommerce $name as $topic", async (sample) => {
    const { verdict, identity, result } = await receive("woocommerce", sample);
    expect({ verdict, topic: identity.topic, outcome: result.outcome }).toEqual({
      verdict: "ok",
      topic: sample.topic,
      outcome: sample.outcome,
    });
  });

  test.each(shopifySamples)("[1.3b] Shopify $name as $topic", async (sample) => {
    const { verdict, identity, result } = await receive("shopify", sample);
    expect({ verdict, topic: identity.topic, outcome: result.outcome }).toEqual({
      verdict: "ok",
      topic: sample.topic,
      outcome: sample.outcome,
    });
  });
});

test("no sample is left out", () => {
  const known = new Set([...Object.keys(WOO_FILES), ...Object.keys(SHOPIFY_FILES), PING_FILE]);
  const present = ["woocommerce", "woocommerce-subscriptions", "shopify"].flatMap(presentNames);
  expect(present.filter((name) => !known.has(name))).toEqual([]);
});

test("the handshake of WooCommerce's documentation, or ours, is a ping", async () => {
  const pingSchema = z.object({ body: z.string() });
  const isPresent = presentNames("woocommerce").includes(PING_FILE);
  const { body } = isPresent ? pingSchema.parse(readSample(PING_FILE)) : { body: "webhook_id=142" };
  const rawBody = new TextEncoder().encode(body);
  expect(await CONNECTORS.woocommerce.verify({ headers: {}, rawBody, secrets: [SECRET] })).toBe("ping");
});

const vectorSchema = z.array(
  z.object({
    platform: z.string(),
    secret: z.string().optional(),
    body: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
);

/** Computed with another implementation of HMAC. */
const OWN_VECTOR = {
  platform: "woocommerce/shopify",
  secret: "kunci-rahsia",
  body: '{"id":727,"billing":{"first_name":"Aïsyah"}}',
  headers: { signature: "Vr0ohtraHsjxtWW69LUVC2FBgOABTiuLszAlG1+hbrA=" },
};

test("published signature vectors are accepted, and a change of one letter is not", async () => {
  const path = "_generated/signature-vectors";
  const published = presentNames("_generated").includes(path) ? vectorSchema.parse(readSample(path)) : [];
  const vectors = [OWN_VECTOR, ...published.filter(({ platform }) => platform === OWN_VECTOR.platform)];
  for (const { secret = "", body = "", headers = {} } of vectors) {
    const signature = Object.values(headers)[0] ?? "";
    for (const connector of [woocommerce, shopify]) {
      const verify = (text: string) =>
        connector.verify({
          headers: { [connector.signatureHeader.toLowerCase()]: signature },
          rawBody: new TextEncoder().encode(text),
          secrets: [secret],
        });
      expect(await verify(body)).toBe("ok");
      expect(await verify(body.replace("ï", "i"))).toBe("refused");
    }
  }
});
