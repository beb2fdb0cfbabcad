import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMBAL } from "../fixtures/item";
import { type WooOrderInput, wooOrderBody } from "./fixtures/order-body";
import { parse } from "./parse";

function orderOf(body: unknown) {
  const result = parse({ topic: "order.updated", headers: {}, body });
  const [event] = result.outcome === "events" ? result.events : [];
  if (event?.kind !== "order.state") throw new Error(`expected an order: ${JSON.stringify(result)}`);
  return event.order;
}

const order = (input: WooOrderInput = {}) => orderOf(wooOrderBody(input));

test("[1.3a] [1.3h] an order of WooCommerce keeps its money, items, buyer and times", () => {
  expect(order({ customerId: 25, coupons: ["raya10"], discountMinor: 378 })).toEqual({
    externalId: "727",
    number: "727",
    status: "paid",
    sourceStatus: "processing",
    currency: "MYR",
    totalMinor: 4202,
    taxMinor: 0,
    shippingMinor: 800,
    discountMinor: 378,
    paidMinor: 4202,
    placedAt: "2026-11-20T08:15:00.000Z",
    paidAt: "2026-11-20T08:15:00.000Z",
    fulfilledAt: null,
    cancelledAt: null,
    isTest: false,
    isCashOnDelivery: false,
    paymentMethod: "FPX Online Banking",
    coupons: ["raya10"],
    checkoutExternalId: null,
    subscriptionExternalId: null,
    channel: "checkout",
    person: {
      platformId: "25",
      email: "aisyah.rahman@example.com",
      phone: "012-345 6789",
      name: "Nur Aisyah binti Rahman",
      company: null,
      address: {
        line1: "12, Jalan Melati 3",
        line2: null,
        city: "Shah Alam",
        state: "SGR",
        postcode: "40100",
        country: "MY",
      },
    },
    shippingAddress: {
      line1: "12, Jalan Melati 3",
      line2: null,
      city: "Shah Alam",
      state: "SGR",
      postcode: "40100",
      country: "MY",
    },
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
    areRefundsComplete: true,
    consents: [],
  });
});

describe("the buyer", () => {
  test("who is a guest has no platform id", () => {
    expect(order({ customerId: 0 }).person).toMatchObject({ platformId: null, phone: "012-345 6789" });
  });

  test("without an email is still known by phone", () => {
    expect(order({ buyer: { email: "" } }).person).toMatchObject({ email: null, phone: "012-345 6789" });
  });

  test("who left nothing at all is nobody", () => {
    expect(orderOf({ ...wooOrderBody(), billing: {}, customer_id: 0 }).person).toBeNull();
  });
});

describe("payment", () => {
  test("by cash on delivery is awaited while the order is only processing", () => {
    expect(order({ paymentMethod: "cod" })).toMatchObject({
      status: "pending",
      isCashOnDelivery: true,
      paidMinor: 0,
      paidAt: null,
    });
  });

  test("by cash on delivery is in when the order is completed", () => {
    expect(order({ paymentMethod: "cod", status: "completed" })).toMatchObject({
      status: "fulfilled",
      isCashOnDelivery: true,
      paidMinor: 4580,
    });
  });

  test("by bank transfer is awaited on hold", () => {
    expect(order({ paymentMethod: "bacs", status: "on-hold" })).toMatchObject({
      status: "on_hold",
      paidMinor: 0,
    });
  });

  test("stays known under a plugin's own status, which is kept as sent", () => {
    expect(order({ status: "siap-dipos", paidAt: "2026-11-20T08:20:00Z" })).toMatchObject({
      status: "on_hold",
      sourceStatus: "siap-dipos",
      paidMinor: 4580,
    });
  });

  test("a status may carry WordPress's prefix", () => {
    expect(order({ status: "wc-completed" })).toMatchObject({
      status: "fulfilled",
      sourceStatus: "completed",
    });
  });
});

describe("refunds", () => {
  const refunds = [{ id: 901, amountMinor: 1000, reason: "Botol pecah" }];

  test("in part keep the status and are positive facts", () => {
    expect(order({ status: "completed", refunds })).toMatchObject({
      status: "fulfilled",
      totalMinor: 4580,
      refunds: [
        {
          externalId: "901",
          orderExternalId: "727",
          amountMinor: 1000,
          currency: "MYR",
          reason: "Botol pecah",
        },
      ],
      areRefundsComplete: true,
    });
  });

  test("that add up to the total make the order refunded", () => {
    const all = [...refunds, { id: 902, amountMinor: 3580 }];
    expect(order({ status: "completed", refunds: all })).toMatchObject({
      status: "refunded",
      paidMinor: 4580,
    });
  });

  test("are the whole list only when the list is there and each can be read", () => {
    const { refunds: _refunds, ...without } = wooOrderBody();
    expect(orderOf(without).areRefundsComplete).toBe(false);
    expect(orderOf({ ...without, refunds: [{ total: "-5.00" }] }).areRefundsComplete).toBe(false);
  });

  test("that repeat in the list count once", () => {
    const twice = [...refunds, ...refunds];
    expect(order({ refunds: twice }).refunds).toHaveLength(1);
  });
});

describe("items", () => {
  const lines = (line_items: unknown) => orderOf({ ...wooOrderBody(), line_items }).items;

  test("may have fractional quantities, removed products and names with entities", () => {
    const [line] = wooOrderBody().line_items;
    expect(
      lines([
        { ...line, quantity: 0.5, product_id: 0, variation_id: 23, name: "Kopi &amp; Teh &ndash; 1kg" },
      ]),
    ).toMatchObject([
      { quantity: 0.5, productExternalId: null, variantExternalId: "23", name: "Kopi & Teh – 1kg" },
    ]);
  });

  test("without a name or id are still lines", () => {
    expect(lines([{ product_id: 93, total: "6.00" }])).toMatchObject([
      { externalId: "line-1", name: "#93", quantity: 1, totalMinor: 600 },
    ]);
  });

  test("that are no list are none", () => {
    expect(lines("gone")).toEqual([]);
  });
});

describe("times", () => {
  test("come from the GMT fields, not from the site's clock", () => {
    const body = { ...wooOrderBody(), date_created: "2001-01-01T00:00:00" };
    expect(orderOf(body).placedAt).toBe("2026-11-20T08:15:00.000Z");
  });

  test("of a site that sends only its own clock are read as Malaysian", () => {
    const body = { id: 7, currency: "MYR", total: "1.00", date_created: "2026-11-20T16:15:00" };
    expect(orderOf(body).placedAt).toBe("2026-11-20T08:15:00.000Z");
  });
});

test("amounts follow the digits of the currency", () => {
  const body = { ...wooOrderBody({ currency: "JPY" }), total: "1200", shipping_total: "300.4" };
  expect(orderOf(body)).toMatchObject({ currency: "JPY", totalMinor: 1200, shippingMinor: 300 });
});

test("what the shop computed arrives to the sen, for any order", () => {
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
