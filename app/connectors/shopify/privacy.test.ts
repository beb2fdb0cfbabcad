import { describe, expect, test } from "vitest";
import { shopifyCustomerBody } from "./fixtures/customer-body";
import { shopifyHeaders } from "./fixtures/delivery";
import { shopifyOrderBody } from "./fixtures/order-body";
import {
  shopifyCustomerRedactBody,
  shopifyDataRequestBody,
  shopifyShopBody,
  shopifyShopRedactBody,
} from "./fixtures/other-bodies";
import { parse } from "./parse";

const read = (topic: string, body: unknown) =>
  parse({ topic, headers: shopifyHeaders({ topic, signature: "x" }), body });

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
