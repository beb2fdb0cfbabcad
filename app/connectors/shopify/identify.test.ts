import { describe, expect, test } from "vitest";
import {
  shopifyCustomerBody,
  shopifyEmailConsentBody,
  shopifySmsConsentBody,
} from "./fixtures/customer-body";
import { shopifyHeaders } from "./fixtures/delivery";
import { shopifyOrderBody } from "./fixtures/order-body";
import {
  shopifyCustomerRedactBody,
  shopifyOrderEditBody,
  shopifyShopBody,
  shopifyShopRedactBody,
} from "./fixtures/other-bodies";
import { shopifyProductBody } from "./fixtures/product-body";
import { shopifyRefundBody } from "./fixtures/refund-body";
import { identify } from "./identify";

const HASH = "a".repeat(64);

type Parts = { webhookId?: string | null; shopDomain?: string | null; prefix?: "shopify-"; hash?: string };

function identityOf(topic: string | null, body: unknown, { hash = HASH, ...parts }: Parts = {}) {
  return identify({ headers: shopifyHeaders({ topic, signature: "x", ...parts }), body, bodyHash: hash });
}

describe("the dedupe key", () => {
  test("is the webhook id, which stays the same on retries", () => {
    const first = identityOf("orders/updated", shopifyOrderBody(), { webhookId: "w1" });
    const retry = identityOf("orders/updated", shopifyOrderBody(), { webhookId: "w1", prefix: "shopify-" });
    const other = identityOf("orders/updated", shopifyOrderBody(), { webhookId: "w2" });
    expect(retry.dedupeKey).toBe(first.dedupeKey);
    expect(other.dedupeKey).not.toBe(first.dedupeKey);
  });

  test("without one is topic, record, modified time and bytes", () => {
    const key = (topic: string, body: unknown, hash = HASH) =>
      identityOf(topic, body, { webhookId: null, hash }).dedupeKey;
    const keys = [
      key("orders/updated", shopifyOrderBody()),
      key("orders/paid", shopifyOrderBody()),
      key("orders/updated", shopifyOrderBody({ id: 5600000000728 })),
      key("orders/updated", shopifyOrderBody({ updatedAt: "2026-11-20T16:15:01+08:00" })),
      key("orders/updated", shopifyOrderBody(), "b".repeat(64)),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key("orders/updated", shopifyOrderBody())).toBe(keys[0]);
  });
});

test.each([
  ["orders/updated", shopifyOrderBody(), "order:5600000000727"],
  ["orders/updated", { order: shopifyOrderBody() }, "order:5600000000727"],
  ["orders/edited", shopifyOrderEditBody(5600000000727), "order:5600000000727"],
  ["refunds/create", shopifyRefundBody(), "order:5600000000727"],
  ["customers/update", shopifyCustomerBody(), "customer:7100000000025"],
  ["customers/redact", shopifyCustomerRedactBody(), "customer:7100000000025"],
  [
    "customers_email_marketing_consent/update",
    shopifyEmailConsentBody({ state: "subscribed" }),
    "customer:7100000000025",
  ],
  [
    "customers_marketing_consent/update",
    shopifySmsConsentBody({ state: "subscribed" }),
    "customer:7100000000025",
  ],
  ["products/delete", { id: 9100000000091 }, "product:9100000000091"],
  ["products/update", shopifyProductBody(), "product:9100000000091"],
  ["shop/redact", shopifyShopRedactBody(), null],
  ["app/uninstalled", shopifyShopBody(), null],
])("%s is about %#", (topic, body, subject) => {
  expect(identityOf(topic, body).subject).toBe(subject);
});

test("an id beyond JavaScript's numbers is read from the global id", () => {
  const body = JSON.parse(
    '{"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508"}',
  );
  expect(identityOf("orders/create", body).subject).toBe("order:820982911946154508");
});

describe("the source shop", () => {
  test("is the domain header in lower case", () => {
    expect(identityOf("orders/paid", {}, { shopDomain: "Kedai.myshopify.com" }).sourceShop).toBe(
      "kedai.myshopify.com",
    );
  });

  test("is the body's where the signature covers it", () => {
    const parts = { shopDomain: "lain.myshopify.com" };
    expect(identityOf("shop/redact", shopifyShopRedactBody(), parts).sourceShop).toBe(
      "kedai-mak-teh.myshopify.com",
    );
    expect(identityOf("app/uninstalled", shopifyShopBody(), parts).sourceShop).toBe(
      "kedai-mak-teh.myshopify.com",
    );
  });

  test("may be missing, as may everything", () => {
    expect(identify({ headers: {}, body: null, bodyHash: HASH })).toMatchObject({
      topic: "unknown",
      sourceShop: null,
      subject: null,
    });
  });
});
