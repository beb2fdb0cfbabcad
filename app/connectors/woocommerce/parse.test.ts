import { describe, expect, test } from "vitest";
import { wooCustomerBody } from "./fixtures/customer-body";
import { wooOrderBody } from "./fixtures/order-body";
import { wooCouponBody, wooDeletedBody, wooLostRightsBody } from "./fixtures/other-bodies";
import { wooProductBody } from "./fixtures/product-body";
import { parse } from "./parse";

const read = (topic: string, body: unknown) => parse({ topic, headers: {}, body });

describe("orders", () => {
  test.each(["order.created", "order.updated"])("%s is the order's state at its modified time", (topic) => {
    expect(read(topic, wooOrderBody({ modifiedAt: "2026-11-20T09:00:00Z" }))).toMatchObject({
      outcome: "events",
      events: [{ kind: "order.state", sourceTime: "2026-11-20T09:00:00.000Z", order: { externalId: "727" } }],
    });
  });

  test("only a restore says that an earlier removal no longer holds", () => {
    expect(read("order.restored", wooOrderBody())).toMatchObject({
      events: [{ kind: "order.state", isRestored: true }],
    });
    expect(JSON.stringify(read("order.updated", wooOrderBody()))).not.toContain("isRestored");
  });

  test("a deletion is known by its id alone", () => {
    expect(read("order.deleted", wooDeletedBody(727))).toEqual({
      outcome: "events",
      events: [{ kind: "order.removed", sourceTime: null, externalId: "727" }],
    });
  });
});

describe("customers", () => {
  test("[1.3a] a customer of WooCommerce keeps name, email, phone and address", () => {
    expect(read("customer.updated", wooCustomerBody())).toMatchObject({
      outcome: "events",
      events: [
        {
          kind: "customer.state",
          sourceTime: "2026-11-19T02:00:00.000Z",
          customer: {
            externalId: "25",
            createdAt: "2026-11-19T02:00:00.000Z",
            person: {
              platformId: "25",
              email: "aisyah.rahman@example.com",
              phone: "012-345 6789",
              name: "Nur Aisyah binti Rahman",
              address: { state: "SGR", country: "MY" },
            },
          },
        },
      ],
    });
  });

  test("an account without a name takes that of its billing contact", () => {
    const body = { ...wooCustomerBody(), first_name: "", last_name: "", email: "" };
    expect(read("customer.created", body)).toMatchObject({
      events: [
        { customer: { person: { name: "Nur Aisyah binti Rahman", email: "aisyah.rahman@example.com" } } },
      ],
    });
  });

  test("a deletion removes the customer's account", () => {
    expect(read("customer.deleted", wooDeletedBody(25))).toMatchObject({
      events: [{ kind: "customer.removed" }],
    });
  });
});

describe("products", () => {
  const productOf = (body: unknown) => read("product.updated", body);

  test("[1.3i] a product of WooCommerce keeps name, price, stock, page, picture and categories", () => {
    expect(productOf(wooProductBody({ categories: ["Sambal &amp; Sos"] }))).toEqual({
      outcome: "events",
      events: [
        {
          kind: "product.state",
          sourceTime: "2026-11-18T03:30:00.000Z",
          product: {
            externalId: "91",
            parentExternalId: null,
            name: "Sambal Garing Mak Teh 200g",
            sku: "SG-200",
            priceMinor: 1890,
            currency: null,
            status: "active",
            stock: "in_stock",
            stockQuantity: 48,
            url: "https://kedaimakteh.example.com/produk/sambal-garing-mak-teh-200g/",
            imageUrl: "https://kedaimakteh.example.com/wp-content/uploads/sambal.jpg",
            categories: ["Sambal & Sos"],
          },
        },
      ],
    });
  });

  test("a variation names its parent, and its options stand in for a name", () => {
    const body = {
      ...wooProductBody({ id: 732, parentId: 91 }),
      name: null,
      attributes: [{ option: "Pedas" }, { option: "200g" }],
    };
    expect(productOf(body)).toMatchObject({
      events: [{ product: { parentExternalId: "91", name: "Pedas, 200g" } }],
    });
  });

  test.each([
    ["publish", "active"],
    ["private", "draft"],
    ["pending", "draft"],
    ["trash", "archived"],
  ])("a product that is %s counts as %s", (status, ours) => {
    expect(productOf(wooProductBody({ status }))).toMatchObject({ events: [{ product: { status: ours } }] });
  });

  test("no price, no stock figure and an unsafe link are null", () => {
    const body = {
      ...wooProductBody({ priceMinor: null, stockQuantity: null, stockStatus: "onbackorder" }),
      permalink: "javascript:alert(1)",
    };
    expect(productOf(body)).toMatchObject({
      events: [{ product: { priceMinor: null, stockQuantity: null, stock: "on_backorder", url: null } }],
    });
  });

  test("deletion and restore", () => {
    expect(read("product.deleted", wooDeletedBody(91))).toMatchObject({
      events: [{ kind: "product.removed" }],
    });
    expect(read("product.restored", wooProductBody())).toMatchObject({ events: [{ isRestored: true }] });
  });
});

describe("what is not for us", () => {
  test.each([
    ["coupon.updated", wooCouponBody()],
    ["coupon.deleted", wooDeletedBody(719)],
    ["action.woocommerce_add_to_cart", { action: "woocommerce_add_to_cart", arg: 93 }],
  ])("%s is ignored with its reason", (topic, body) => {
    expect(read(topic, body)).toEqual({ outcome: "ignored", reason: "topic_not_used" });
  });

  test.each(["unknown", "order", "order.exploded", "__proto__", ""])(
    "the topic %j needs attention",
    (topic) => {
      expect(read(topic, wooOrderBody())).toMatchObject({
        outcome: "needs_attention",
        reason: "unknown_topic",
      });
    },
  );
});

describe("what can't be mapped", () => {
  test("names the fields and what was expected of them, and no value", () => {
    const body = { ...wooOrderBody(), currency: "Ringgit Aisyah", total: "RM 012-345 6789", id: null };
    expect(read("order.updated", body)).toEqual({
      outcome: "needs_attention",
      reason: "unmappable_body",
      detail: "id: expected an id; currency: expected a three-letter currency code",
    });
    expect(read("order.updated", { ...wooOrderBody(), total: "RM 5" })).toMatchObject({
      detail: "total: expected a decimal amount",
    });
  });

  test("an order without any date needs attention", () => {
    expect(read("order.updated", { id: 1, currency: "MYR", total: "1.00" })).toMatchObject({
      detail: "date_created_gmt: expected a time",
    });
  });

  test("an order with more lines than any cart needs attention", () => {
    const line_items = Array.from({ length: 1001 }, (_, id) => ({ id, total: "1.00" }));
    expect(read("order.updated", { ...wooOrderBody(), line_items })).toMatchObject({
      detail: "line_items: expected at most 1000",
    });
  });

  test.each([null, [], "text", 7, true])("a body that is %j needs attention", (body) => {
    for (const topic of ["order.updated", "order.deleted", "customer.created", "product.updated"]) {
      expect(read(topic, body)).toMatchObject({ outcome: "needs_attention", reason: "unmappable_body" });
    }
  });
});

describe("an error instead of a record", () => {
  test("says that the webhook's user lost their rights", () => {
    expect(read("order.updated", wooLostRightsBody())).toEqual({
      outcome: "needs_attention",
      reason: "webhook_user_lost_rights",
      detail: "code woocommerce_rest_cannot_view, status 401",
    });
  });

  test("of another kind is named as the shop's", () => {
    const body = {
      code: "woocommerce_rest_product_invalid_id",
      message: "Invalid ID.",
      data: { status: 404 },
    };
    expect(read("product.updated", body)).toMatchObject({ reason: "shop_sent_error" });
  });

  test("is not seen in a record that merely has a code and a message", () => {
    expect(read("coupon.updated", { ...wooCouponBody(), message: "Raya" })).toMatchObject({
      outcome: "ignored",
    });
  });

  test("is noticed on topics that are not used, too", () => {
    expect(read("coupon.updated", wooLostRightsBody())).toMatchObject({ reason: "webhook_user_lost_rights" });
  });
});
