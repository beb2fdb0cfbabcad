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
  shopifyDataRequestBody,
  shopifyDeletedBody,
  shopifyOrderEditBody,
  shopifyShopBody,
  shopifyShopRedactBody,
} from "./fixtures/other-bodies";
import { type ShopifyVariantInput, shopifyProductBody } from "./fixtures/product-body";
import { shopifyRefundBody } from "./fixtures/refund-body";
import { parse } from "./parse";

const read = (topic: string, body: unknown) =>
  parse({ topic, headers: shopifyHeaders({ topic, signature: "x" }), body });

describe("orders", () => {
  test.each([
    "orders/create",
    "orders/updated",
    "orders/edited",
    "orders/paid",
    "orders/cancelled",
    "orders/fulfilled",
    "orders/partially_fulfilled",
  ])("%s is the order's state at its updated time", (topic) => {
    expect(read(topic, shopifyOrderBody({ updatedAt: "2026-11-20T17:00:00+08:00" }))).toMatchObject({
      outcome: "events",
      events: [{ kind: "order.state", sourceTime: "2026-11-20T09:00:00.000Z" }],
    });
  });

  test("a body in REST's wrapper is read alike", () => {
    expect(read("orders/updated", { order: shopifyOrderBody() })).toEqual(
      read("orders/updated", shopifyOrderBody()),
    );
  });

  test("of an edit only the following update counts", () => {
    expect(read("orders/edited", shopifyOrderEditBody(7))).toEqual({
      outcome: "ignored",
      reason: "state_follows_in_update",
    });
  });

  test("a deletion is known by its id alone", () => {
    expect(read("orders/delete", shopifyDeletedBody(7))).toEqual({
      outcome: "events",
      events: [{ kind: "order.removed", sourceTime: null, externalId: "7" }],
    });
  });

  test("what can't be mapped names fields and no value", () => {
    expect(read("orders/create", { ...shopifyOrderBody(), total_price: "aisyah@example.com" })).toEqual({
      outcome: "needs_attention",
      reason: "unmappable_body",
      detail: "total_price: expected a decimal amount",
    });
    expect(read("orders/create", { id: 7, currency: "MYR", total_price: "1.00" })).toMatchObject({
      detail: "created_at: expected a time",
    });
  });
});

describe("refunds", () => {
  test("[1.3h] a refund is the sum of its successful transactions", () => {
    const transactions = [
      { amountMinor: 700 },
      { amountMinor: 300 },
      { amountMinor: 9900, status: "failure" },
      { amountMinor: 8800, kind: "void" },
    ];
    expect(read("refunds/create", shopifyRefundBody({ transactions, note: "Botol pecah" }))).toEqual({
      outcome: "events",
      events: [
        {
          kind: "refund.recorded",
          sourceTime: "2026-11-22T01:00:00.000Z",
          refund: {
            externalId: "8800000000001",
            orderExternalId: "5600000000727",
            amountMinor: 1000,
            currency: "MYR",
            reason: "Botol pecah",
            refundedAt: "2026-11-22T01:00:00.000Z",
          },
        },
      ],
    });
  });

  test("paid back in the buyer's currency are counted in the shop's", () => {
    const body = shopifyRefundBody({
      transactions: [{ amountMinor: 310, currency: "SGD" }],
      lines: [{ subtotalMinor: 1050 }],
    });
    expect(read("refunds/create", body)).toMatchObject({
      events: [{ refund: { amountMinor: 1050, currency: "MYR" } }],
    });
  });

  test("prefer the amount that Shopify itself gives in the shop's currency", () => {
    const body = shopifyRefundBody();
    const [transaction] = body.transactions;
    const amount_set = { shop_money: { amount: "10.55", currency_code: "MYR" } };
    const foreign = { ...transaction, amount: "3.10", currency: "SGD", amount_set };
    expect(read("refunds/create", { ...body, transactions: [foreign] })).toMatchObject({
      events: [{ refund: { amountMinor: 1055, currency: "MYR" } }],
    });
  });

  test("whose transactions are missing count the lines that came back", () => {
    const { transactions: _transactions, ...body } = shopifyRefundBody({ lines: [{ subtotalMinor: 1890 }] });
    expect(read("refunds/create", body)).toMatchObject({ events: [{ refund: { amountMinor: 1890 } }] });
  });

  test.each([
    shopifyRefundBody({ transactions: [], lines: [{ subtotalMinor: 1890 }] }),
    shopifyRefundBody({
      transactions: [{ amountMinor: 1000, status: "pending" }],
      lines: [{ subtotalMinor: 1000 }],
    }),
    shopifyRefundBody({ transactions: [{ amountMinor: 0 }] }),
  ])("without money moved are ignored", (body) => {
    expect(read("refunds/create", body)).toEqual({ outcome: "ignored", reason: "no_money_refunded" });
  });

  test("without an order or a currency need attention", () => {
    expect(read("refunds/create", { ...shopifyRefundBody(), order_id: null })).toMatchObject({
      detail: "order_id: expected an id",
    });
    const transactions = [{ kind: "refund", status: "success", amount: "1.00" }];
    expect(read("refunds/create", { ...shopifyRefundBody(), transactions })).toMatchObject({
      outcome: "needs_attention",
    });
  });
});

describe("customers", () => {
  test.each(["customers/create", "customers/update", "customers/enable", "customers/disable"])(
    "[1.3b] %s is the customer's state with consents",
    (topic) => {
      const body = shopifyCustomerBody({
        emailConsent: { state: "subscribed", updatedAt: "2026-11-01T08:00:00+08:00" },
      });
      expect(read(topic, body)).toMatchObject({
        outcome: "events",
        events: [
          {
            kind: "customer.state",
            sourceTime: "2026-11-19T02:00:00.000Z",
            customer: {
              externalId: "7100000000025",
              createdAt: "2026-11-19T02:00:00.000Z",
              person: { name: "Nur Aisyah binti Rahman", phone: "012-345 6789", address: { state: "SGR" } },
              consents: [{ channel: "email", state: "subscribed", decidedAt: "2026-11-01T00:00:00.000Z" }],
            },
          },
        ],
      });
    },
  );

  test("of an older version say only whether they accept marketing", () => {
    const older = {
      id: 7,
      accepts_marketing: true,
      accepts_marketing_updated_at: "2026-11-01T00:00:00Z",
      marketing_opt_in_level: "single_opt_in",
    };
    const consentsOf = (body: unknown) => {
      const result = read("customers/update", body);
      const [event] = result.outcome === "events" ? result.events : [];
      return event?.kind === "customer.state" ? event.customer.consents : null;
    };
    expect(consentsOf(older)).toEqual([
      {
        channel: "email",
        purpose: "marketing",
        state: "subscribed",
        decidedAt: "2026-11-01T00:00:00.000Z",
        optInLevel: "single_opt_in",
      },
    ]);
    expect(consentsOf({ id: 7, accepts_marketing: false })).toMatchObject([
      { state: "never", decidedAt: null },
    ]);
    expect(consentsOf({ id: 7 })).toEqual([]);
  });

  test("a redacted consent is no fact", () => {
    expect(
      read("customers/update", shopifyCustomerBody({ emailConsent: { state: "redacted" } })),
    ).toMatchObject({
      events: [{ customer: { consents: [] } }],
    });
  });

  test("a deletion removes the customer's account", () => {
    expect(read("customers/delete", shopifyDeletedBody(7))).toMatchObject({
      events: [{ kind: "customer.removed", externalId: "7" }],
    });
  });
});

describe("consent changes", () => {
  const updatedAt = "2026-11-21T08:00:00+08:00";

  test("by email are dated by the person's decision", () => {
    expect(
      read(
        "customers_email_marketing_consent/update",
        shopifyEmailConsentBody({ state: "unsubscribed", updatedAt }),
      ),
    ).toEqual({
      outcome: "events",
      events: [
        {
          kind: "consent.changed",
          sourceTime: "2026-11-21T00:00:00.000Z",
          person: {
            platformId: "7100000000025",
            email: "aisyah.rahman@example.com",
            phone: null,
            name: null,
            company: null,
            address: null,
          },
          consents: [
            {
              channel: "email",
              purpose: "marketing",
              state: "unsubscribed",
              decidedAt: "2026-11-21T00:00:00.000Z",
              optInLevel: "single_opt_in",
            },
          ],
        },
      ],
    });
  });

  test("by text message concern the phone", () => {
    expect(
      read("customers_marketing_consent/update", shopifySmsConsentBody({ state: "subscribed", updatedAt })),
    ).toMatchObject({
      events: [
        {
          person: { platformId: "7100000000025", phone: "012-345 6789" },
          consents: [{ channel: "sms", state: "subscribed" }],
        },
      ],
    });
  });

  test("that are held back are ignored, and those of nobody need attention", () => {
    const topic = "customers_email_marketing_consent/update";
    expect(read(topic, shopifyEmailConsentBody({ state: "redacted" }))).toEqual({
      outcome: "ignored",
      reason: "consent_not_disclosed",
    });
    expect(read(topic, { email_marketing_consent: { state: "subscribed" } })).toMatchObject({
      outcome: "needs_attention",
    });
    expect(read(topic, { customer_id: 7 })).toMatchObject({
      detail: "email_marketing_consent: expected an object",
    });
  });
});

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

describe("the shop and its people's rights", () => {
  const person = {
    platformId: "7100000000025",
    email: "aisyah.rahman@example.com",
    phone: "012-345 6789",
    name: null,
    company: null,
    address: null,
  };

  test("a removed app is an uninstalled shop", () => {
    expect(read("app/uninstalled", shopifyShopBody())).toEqual({
      outcome: "events",
      events: [{ kind: "shop.uninstalled", sourceTime: null }],
    });
  });

  test("a data request names the person and the orders", () => {
    expect(read("customers/data_request", shopifyDataRequestBody())).toEqual({
      outcome: "events",
      events: [
        { kind: "privacy.data_requested", sourceTime: null, person, orderExternalIds: ["5600000000727"] },
      ],
    });
  });

  test("an erasure names the person and the orders", () => {
    expect(read("customers/redact", shopifyCustomerRedactBody())).toEqual({
      outcome: "events",
      events: [
        {
          kind: "privacy.customer_erased",
          sourceTime: null,
          person,
          orderExternalIds: ["5600000000727", "5600000000728"],
        },
      ],
    });
  });

  test("a shop's erasure is taken only from a body that names a shop", () => {
    expect(read("shop/redact", shopifyShopRedactBody())).toEqual({
      outcome: "events",
      events: [{ kind: "privacy.shop_erased", sourceTime: null }],
    });
    expect(read("shop/redact", shopifyOrderBody())).toMatchObject({ outcome: "needs_attention" });
  });

  test("nobody is erased by a body of another kind or without a person", () => {
    expect(read("customers/redact", shopifyCustomerBody())).toMatchObject({
      outcome: "needs_attention",
      detail: "shop_domain: expected a shop domain",
    });
    expect(read("customers/redact", { ...shopifyShopRedactBody(), customer: {} })).toMatchObject({
      detail: "customer: expected an id, an email or a phone",
    });
  });
});

describe("what is not for us", () => {
  test.each([
    "checkouts/create",
    "checkouts/update",
    "carts/update",
    "draft_orders/create",
    "fulfillments/update",
    "shop/update",
  ])("%s is ignored with its reason", (topic) => {
    expect(read(topic, { id: 7 })).toEqual({ outcome: "ignored", reason: "topic_not_used" });
  });

  test.each(["unknown", "orders/exploded", "__proto__", ""])("the topic %j needs attention", (topic) => {
    expect(read(topic, shopifyOrderBody())).toMatchObject({
      outcome: "needs_attention",
      reason: "unknown_topic",
    });
  });
});
