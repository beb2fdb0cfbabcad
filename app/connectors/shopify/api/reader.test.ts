import { describe, expect, test } from "vitest";
import {
  shopifyCustomerNode,
  shopifyOrderNode,
  shopifyProductNode,
} from "../../../../tests/factories/shopify-nodes";
import { apiOf } from "../../../../tests/fakes/fake-api";
import { FakeShopifyShop, type ShopifyShopOptions } from "../../../../tests/fakes/shopify-shop";
import type { Place, RecordKind, ShopReader } from "../../api/shop-reader";
import { shopifyCustomerBody } from "../fixtures/customer-body";
import { type ShopifyOrderInput, shopifyOrderBody } from "../fixtures/order-body";
import { shopifyProductBody } from "../fixtures/product-body";
import { shopifyRefundBody } from "../fixtures/refund-body";
import { parse } from "../parse";
import { shopifyReader } from "./reader";

const HOST = "kedai.myshopify.com";
const EVERYTHING = { since: null, until: null };

function open(options: ShopifyShopOptions = {}) {
  let api = apiOf({});
  const shop = new FakeShopifyShop({ clock: () => api.sleptMs(), ...options });
  api = apiOf({ [HOST]: shop });
  return { shop, api, reader: shopifyReader(api, { shop: HOST, token: "shpat_test" }) };
}

async function readWhole(reader: ShopReader, kind: RecordKind, period = EVERYTHING) {
  const read = [];
  for (let place: Place | null = null, pages = 0; pages < 80; pages++) {
    const page = await reader.readAll(kind, { place, period });
    read.push(...page.records);
    if (page.next === null) return read;
    place = page.next;
  }
  throw new Error("reading does not end");
}

const node = (input: ShopifyOrderInput) => shopifyOrderNode(shopifyOrderBody(input));

describe("a record is read as its webhook is", () => {
  test.each<[string, ShopifyOrderInput]>([
    ["paid", {}],
    ["sent", { fulfillmentStatus: "fulfilled", updatedAt: "2026-11-21T10:00:00+08:00" }],
    ["of a guest, with a coupon", { customer: null, coupons: ["RAYA10"], discountMinor: 378 }],
    ["for a test, cancelled", { isTest: true, cancelledAt: "2026-11-21T10:00:00+08:00" }],
    ["paid in part", { financialStatus: "partially_paid", outstandingMinor: 2580 }],
    ["with cash on delivery", { gateway: "Cash on Delivery (COD)", financialStatus: "pending" }],
    ["in another currency", { currency: "JPY" }],
    ["refunded", { financialStatus: "partially_refunded", refunds: [shopifyRefundBody({ note: "Pecah" })] }],
  ])("an order %s", async (_name, input) => {
    const { shop, reader } = open();
    const body = shopifyOrderBody(input);
    shop.put("orders", shopifyOrderNode(body));
    const [record] = await readWhole(reader, "order");
    const headers = { "x-shopify-shop-domain": HOST };
    expect(record).toMatchObject({ kind: "order", externalId: String(body.id), topic: "orders/updated" });
    expect(parse({ topic: "orders/updated", headers, body: record?.body })).toEqual(
      parse({ topic: "orders/updated", headers, body }),
    );
  });

  test("a customer and a product", async () => {
    const { shop, reader } = open();
    const customer = shopifyCustomerBody({
      emailConsent: { state: "subscribed", updatedAt: "2026-11-19T10:00:00+08:00" },
      smsConsent: { state: "unsubscribed" },
    });
    const product = shopifyProductBody({
      variants: [
        { priceMinor: 1890, sku: "A", quantity: 3 },
        { priceMinor: 990, sku: "B", quantity: null },
      ],
    });
    shop.put("customers", shopifyCustomerNode(customer));
    shop.put("products", shopifyProductNode(product));
    for (const [kind, topic, body] of [
      ["customer", "customers/update", customer],
      ["product", "products/update", product],
    ] as const) {
      const [record] = await readWhole(reader, kind);
      const headers = record?.headers ?? {};
      expect(record?.topic).toBe(topic);
      expect(parse({ topic, headers, body: record?.body })).toEqual(parse({ topic, headers, body }));
    }
  });

  test("an order with more lines than a page of orders holds has all of them", async () => {
    const { shop, reader } = open();
    const items = Array.from({ length: 45 }, (_, i) => ({
      ...{ id: 500 + i, productId: 91, name: `Sambal ${i}`, sku: "S", quantity: 1, unitMinor: 100 },
    }));
    shop.put("orders", node({ items }));
    const [record] = await readWhole(reader, "order");
    expect(record?.body).toMatchObject({ line_items: { length: 45 } });
  });
});

test("pages go by the id, whatever is placed meanwhile, and keep to the period", async () => {
  const { shop, reader } = open();
  for (let id = 1; id <= 60; id++) {
    shop.put("orders", node({ id, createdAt: id <= 20 ? "2026-01-01T00:00:00Z" : "2026-11-01T00:00:00Z" }));
  }
  const all = await readWhole(reader, "order");
  expect(all.map(({ externalId }) => Number(externalId))).toEqual(
    Array.from({ length: 60 }, (_, i) => i + 1),
  );
  const period = { since: "2026-06-01T00:00:00.000Z", until: null };
  expect(await readWhole(reader, "order", period as never)).toHaveLength(40);
  expect(await reader.count("order", period)).toBe(40);
});

describe("the bucket of points", () => {
  test("is waited for, and nothing is asked that it cannot pay", async () => {
    const { shop, api, reader } = open({ restoreRate: 50, maximumAvailable: 1000 });
    for (let id = 1; id <= 60; id++) shop.put("orders", node({ id }));
    expect(await readWhole(reader, "order")).toHaveLength(60);
    expect(shop.throttled).toBe(0);
    expect(api.sleptMs()).toBeGreaterThan(30_000);
  });

  test("that others have emptied is waited for after a refusal", async () => {
    const { shop, reader } = open();
    shop.put("orders", node({}));
    const cost = {
      requestedQueryCost: 722,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 0, restoreRate: 100 },
    };
    shop.planned.push(() =>
      Response.json({
        errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
        extensions: { cost },
      }),
    );
    expect(await readWhole(reader, "order")).toHaveLength(1);
  });

  test("is too small for a page: the page is halved", async () => {
    const { shop, reader } = open();
    for (let id = 1; id <= 30; id++) shop.put("products", shopifyProductNode(shopifyProductBody({ id })));
    for (let i = 0; i < 2; i++)
      shop.planned.push(() =>
        Response.json({ errors: [{ message: "too much", extensions: { code: "MAX_COST_EXCEEDED" } }] }),
      );
    expect(await readWhole(reader, "product")).toHaveLength(30);
    expect(shop.asked[0]?.first).toBe(7);
  });
});

test.each([
  [() => Response.json({ errors: "Invalid API key" }, { status: 401 }), "keys_refused"],
  [
    () => Response.json({ errors: [{ message: "no", extensions: { code: "ACCESS_DENIED" } }] }),
    "not_allowed",
  ],
  [() => Response.json({ data: { listed: 7 } }), "unexpected"],
])("a refusal is named", async (answer, problem) => {
  const { shop, reader } = open();
  shop.planned.push(answer);
  await expect(readWhole(reader, "order")).rejects.toMatchObject({ problem });
});

test("orders are found by their ids, and those that are gone are left out", async () => {
  const { shop, reader } = open();
  for (const id of [1, 2, 3]) shop.put("orders", node({ id }));
  expect((await reader.readOrders(["1", "9", "3"])).map(({ externalId }) => externalId)).toEqual(["1", "3"]);
});
