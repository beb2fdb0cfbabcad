import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMBAL } from "../fixtures/item";
import { type ShopifyOrderInput, shopifyOrderBody } from "./fixtures/order-body";
import { shopifyRefundBody } from "./fixtures/refund-body";
import { parse } from "./parse";

function orderOf(body: unknown, headers = {}) {
  const result = parse({ topic: "orders/updated", headers, body });
  const [event] = result.outcome === "events" ? result.events : [];
  if (event?.kind !== "order.state") throw new Error(`expected an order: ${JSON.stringify(result)}`);
  return event.order;
}

const order = (input: ShopifyOrderInput = {}) => orderOf(shopifyOrderBody(input));

const ADDRESS = {
  line1: "12, Jalan Melati 3",
  line2: null,
  city: "Shah Alam",
  state: "SGR",
  postcode: "40100",
  country: "MY",
};

test("[1.3b] [1.3h] an order of Shopify keeps its money, items, buyer and times", () => {
  const input: ShopifyOrderInput = {
    coupons: ["RAYA10"],
    discountMinor: 378,
    fulfillmentStatus: "fulfilled",
  };
  expect(order(input)).toEqual({
    externalId: "5600000000727",
    number: "#1024",
    status: "fulfilled",
    sourceStatus: "paid/fulfilled",
    currency: "MYR",
    totalMinor: 4202,
    taxMinor: 0,
    shippingMinor: 800,
    discountMinor: 378,
    paidMinor: 4202,
    placedAt: "2026-11-20T08:15:00.000Z",
    paidAt: null,
    fulfilledAt: "2026-11-20T08:15:00.000Z",
    cancelledAt: null,
    isTest: false,
    isCashOnDelivery: false,
    paymentMethod: "iPay88 FPX",
    coupons: ["RAYA10"],
    checkoutExternalId: null,
    subscriptionExternalId: null,
    channel: "web",
    person: {
      platformId: "7100000000025",
      email: "aisyah.rahman@example.com",
      phone: "012-345 6789",
      name: "Nur Aisyah binti Rahman",
      company: null,
      address: ADDRESS,
    },
    shippingAddress: ADDRESS,
    items: [
      {
        externalId: "501",
        productExternalId: "91",
        variantExternalId: null,
        sku: "SG-200",
        name: "Sambal Garing Mak Teh 200g",
        quantity: 2,
        totalMinor: 3402,
        taxMinor: 0,
      },
    ],
    refunds: [],
    areRefundsComplete: false,
    consents: [
      {
        channel: "email",
        purpose: "marketing",
        state: "never",
        decidedAt: null,
        optInLevel: "single_opt_in",
      },
    ],
  });
});

describe("the buyer", () => {
  test("who is a guest is known by email and the billing phone", () => {
    expect(order({ customer: null }).person).toMatchObject({
      platformId: null,
      email: "aisyah.rahman@example.com",
      phone: "012-345 6789",
      name: "Nur Aisyah binti Rahman",
    });
  });

  test("without an email is still known by phone", () => {
    const body = { ...shopifyOrderBody({ customer: null }), email: "", contact_email: null };
    expect(orderOf(body).person).toMatchObject({ email: null, phone: "012-345 6789" });
  });

  test("whose details Shopify holds back is known by id", () => {
    const customer = { id: 7100000000025, email: null, phone: null, first_name: null, default_address: null };
    const held = {
      email: null,
      contact_email: null,
      phone: null,
      billing_address: null,
      shipping_address: null,
    };
    const parsed = orderOf({ ...shopifyOrderBody(), ...held, customer });
    expect(parsed.person).toEqual({
      platformId: "7100000000025",
      email: null,
      phone: null,
      name: null,
      company: null,
      address: null,
    });
    expect(parsed.shippingAddress).toBeNull();
  });

  test("of whom nothing is said is nobody", () => {
    expect(
      orderOf({ id: 1, currency: "MYR", total_price: "1.00", created_at: "2026-11-20T08:15:00Z" }).person,
    ).toBeNull();
  });
});

describe("payment", () => {
  test("by cash on delivery is awaited even when the parcel is out", () => {
    const gateway = "Cash on Delivery (COD)";
    expect(order({ gateway, financialStatus: "pending", fulfillmentStatus: "fulfilled" })).toMatchObject({
      status: "pending",
      isCashOnDelivery: true,
      paidMinor: 0,
    });
    expect(order({ gateway, financialStatus: "paid", fulfillmentStatus: "fulfilled" })).toMatchObject({
      status: "fulfilled",
      isCashOnDelivery: true,
    });
  });

  test("in part is kept apart from the total", () => {
    expect(order({ financialStatus: "partially_paid", outstandingMinor: 2580 })).toMatchObject({
      status: "paid",
      totalMinor: 4580,
      paidMinor: 2000,
    });
  });
});

test("a cancelled order keeps when it was cancelled and what its money was", () => {
  expect(order({ cancelledAt: "2026-11-21T10:00:00+08:00" })).toMatchObject({
    status: "cancelled",
    sourceStatus: "cancelled/paid",
    cancelledAt: "2026-11-21T02:00:00.000Z",
    paidMinor: 4580,
  });
});

test("a test order is marked, by its body or by the delivery's header", () => {
  expect(order({ isTest: true }).isTest).toBe(true);
  expect(orderOf(shopifyOrderBody(), { "x-shopify-test": "true" }).isTest).toBe(true);
  expect(order().isTest).toBe(false);
});

test("an imported order was placed when it was processed", () => {
  expect(orderOf({ ...shopifyOrderBody(), processed_at: "2025-01-05T09:00:00+08:00" }).placedAt).toBe(
    "2025-01-05T01:00:00.000Z",
  );
});

test("Shopify's own test deliveries have ids beyond JavaScript's numbers", () => {
  const body = JSON.parse(
    '{"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508","currency":"MYR","total_price":"1.00","created_at":"2026-11-20T08:15:00Z"}',
  );
  expect(orderOf(body).externalId).toBe("820982911946154508");
});

describe("items", () => {
  const itemOf = (line: object, more: object = {}) =>
    orderOf({ ...shopifyOrderBody(), ...more, line_items: [line] }).items[0];

  test("cost what is left after every discount", () => {
    const discount_allocations = [{ amount: "3.00" }, { amount: "1.50" }];
    expect(
      itemOf({ price: "20.00", quantity: 2, discount_allocations, total_discount: "3.00" }),
    ).toMatchObject({ totalMinor: 3550 });
    expect(itemOf({ price: "20.00", quantity: 2, total_discount: "3.00" })).toMatchObject({
      totalMinor: 3700,
    });
  });

  test("leave out a tax that the price includes, and not one that comes on top", () => {
    const line = { price: "10.60", quantity: 1, tax_lines: [{ price: "0.60" }] };
    expect(itemOf(line, { taxes_included: true })).toMatchObject({ totalMinor: 1000, taxMinor: 60 });
    expect(itemOf(line, { taxes_included: false })).toMatchObject({ totalMinor: 1060, taxMinor: 60 });
  });

  test("made up by the seller have neither product nor variant", () => {
    expect(
      itemOf({
        id: 7,
        product_id: null,
        variant_id: null,
        title: "Bungkusan hadiah",
        price: "2.00",
        quantity: 1,
      }),
    ).toMatchObject({
      productExternalId: null,
      variantExternalId: null,
      name: "Bungkusan hadiah",
    });
  });
});

describe("refunds inside an order", () => {
  const refunded = (refunds: unknown[], financialStatus = "partially_refunded") =>
    order({ refunds, financialStatus }).refunds;

  test("only add to what is known", () => {
    expect(order({ refunds: [shopifyRefundBody()] })).toMatchObject({
      areRefundsComplete: false,
      refunds: [{ externalId: "8800000000001", amountMinor: 1000, refundedAt: "2026-11-22T01:00:00.000Z" }],
    });
  });

  test("count the value of lines that came back where no transaction tells it", () => {
    expect(
      refunded([shopifyRefundBody({ transactions: [], lines: [{ subtotalMinor: 1890 }] })]),
    ).toMatchObject([{ amountMinor: 1890 }]);
  });

  test("are none where nothing was paid: lines taken off look like a refund", () => {
    expect(
      refunded([shopifyRefundBody({ transactions: [], lines: [{ subtotalMinor: 1890 }] })], "pending"),
    ).toEqual([]);
  });
});

describe("consents", () => {
  test("come from the customer", () => {
    const customer = {
      emailConsent: {
        state: "subscribed",
        optInLevel: "confirmed_opt_in",
        updatedAt: "2026-11-01T08:00:00+08:00",
      },
      smsConsent: { state: "unsubscribed", updatedAt: "2026-11-02T08:00:00+08:00" },
    } as const;
    expect(order({ customer }).consents).toEqual([
      {
        channel: "email",
        purpose: "marketing",
        state: "subscribed",
        decidedAt: "2026-11-01T00:00:00.000Z",
        optInLevel: "confirmed_opt_in",
      },
      {
        channel: "sms",
        purpose: "marketing",
        state: "unsubscribed",
        decidedAt: "2026-11-02T00:00:00.000Z",
        optInLevel: "single_opt_in",
      },
    ]);
  });

  test("of a guest are the box at checkout, and a box left empty takes none back", () => {
    const guest = shopifyOrderBody({ customer: null });
    expect(orderOf({ ...guest, buyer_accepts_marketing: true }).consents).toMatchObject([
      { channel: "email", state: "subscribed", decidedAt: "2026-11-20T08:15:00.000Z" },
    ]);
    expect(orderOf(guest).consents).toEqual([]);
  });
});

test("items and shipping add up to the total to the sen, for any order", () => {
  const item = fc.record({
    quantity: fc.integer({ min: 1, max: 50 }),
    unitMinor: fc.nat({ max: 1_000_000 }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 8 }), fc.nat({ max: 5000 }), (lines, shippingMinor) => {
      const items = lines.map((line, index) => ({ ...SAMBAL, ...line, id: index + 1 }));
      const parsed = order({ items, shippingMinor });
      const itemsMinor = parsed.items.reduce((sum, line) => sum + line.totalMinor, 0);
      expect(itemsMinor + parsed.shippingMinor).toBe(parsed.totalMinor);
    }),
  );
});
