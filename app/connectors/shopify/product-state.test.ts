import { describe, expect, test } from "vitest";
import { shopifyHeaders } from "./fixtures/delivery";
import { shopifyDeletedBody } from "./fixtures/other-bodies";
import { type ShopifyVariantInput, shopifyProductBody } from "./fixtures/product-body";
import { parse } from "./parse";

const read = (topic: string, body: unknown) =>
  parse({ topic, headers: shopifyHeaders({ topic, signature: "x" }), body });

describe("products", () => {
  const productOf = (variants: ShopifyVariantInput[], more: object = {}) => {
    const result = read("products/update", { ...shopifyProductBody({ variants }), ...more });
    const [event] = result.outcome === "events" ? result.events : [];
    return event?.kind === "product.state" ? event.product : null;
  };

  test("[1.3i] a product of Shopify keeps name, price, stock, page, picture and type", () => {
    expect(read("products/create", shopifyProductBody())).toEqual({
      outcome: "events",
      events: [
        {
          kind: "product.state",
          sourceTime: "2026-11-18T03:30:00.000Z",
          product: {
            externalId: "9100000000091",
            parentExternalId: null,
            name: "Sambal Garing Mak Teh",
            sku: "SG-200",
            priceMinor: 1890,
            currency: null,
            status: "active",
            stock: "in_stock",
            stockQuantity: 48,
            url: "https://kedai-mak-teh.myshopify.com/products/sambal-garing-mak-teh",
            imageUrl: "https://cdn.shopify.com/s/files/1/0001/sambal.jpg",
            categories: ["Sambal"],
          },
        },
      ],
    });
  });

  test("variants fold into the lowest price, the best stock and the sum of pieces", () => {
    const variants = [
      { priceMinor: 3200, sku: "SG-500", quantity: 0 },
      { priceMinor: 1890, sku: "SG-200", quantity: 12 },
    ];
    expect(productOf(variants)).toMatchObject({
      priceMinor: 1890,
      sku: null,
      stock: "in_stock",
      stockQuantity: 12,
    });
  });

  test.each<[string, ShopifyVariantInput]>([
    ["out_of_stock", { priceMinor: 1, quantity: 0 }],
    ["on_backorder", { priceMinor: 1, quantity: -2, canOversell: true }],
    ["in_stock", { priceMinor: 1, quantity: null }],
  ])("stock is %s for %j", (stock, variant) => {
    expect(productOf([variant])?.stock).toBe(stock);
  });

  test("without variants has neither price nor stock", () => {
    expect(productOf([])).toMatchObject({
      priceMinor: null,
      stock: "unknown",
      stockQuantity: null,
      sku: null,
    });
  });

  test("gets no link from a header that names another host", () => {
    const headers = { "x-shopify-shop-domain": "evil.example.com/x.myshopify.com" };
    expect(parse({ topic: "products/update", headers, body: shopifyProductBody() })).toMatchObject({
      events: [{ product: { url: null } }],
    });
  });

  test("of an older version is active once published", () => {
    expect(productOf([], { status: undefined })).toMatchObject({ status: "active" });
    expect(productOf([], { status: undefined, published_at: null })).toMatchObject({ status: "draft" });
  });

  test("a deletion is known by its id alone", () => {
    expect(read("products/delete", shopifyDeletedBody(7))).toMatchObject({
      events: [{ kind: "product.removed", externalId: "7" }],
    });
  });
});
