import { describe, expect, test } from "vitest";
import { shopifyCheckoutBody } from "./fixtures/checkout-body";
import { parse } from "./parse";

const read = (body: unknown) => {
  const result = parse({ topic: "checkouts/update", headers: {}, body });
  return result.outcome === "events" ? result.events : [];
};

test("[1.3b] a checkout of Shopify keeps who, what and when, and no link to it", () => {
  const [event] = read(shopifyCheckoutBody({ updatedAt: "2026-11-20T08:10:00Z" }));
  expect(event).toMatchObject({
    kind: "checkout.state",
    sourceTime: "2026-11-20T08:10:00.000Z",
    checkout: {
      externalId: "34900000000077",
      currency: "MYR",
      totalMinor: 3780,
      startedAt: "2026-11-20T08:00:00.000Z",
      activeAt: "2026-11-20T08:10:00.000Z",
      completedAt: null,
      person: { name: "Nur Aisyah binti Rahman", email: "aisyah.rahman@example.com", phone: "012-345 6789" },
      items: [{ name: "Sambal Garing Mak Teh 200g", sku: "SG-200", quantity: 2, totalMinor: 3780 }],
    },
  });
  expect(JSON.stringify(event)).not.toContain("recover");
});

test("one in which nothing was typed names nobody", () => {
  expect(read(shopifyCheckoutBody({ buyer: null }))).toMatchObject([
    { checkout: { person: null, shippingAddress: null } },
  ]);
});

describe("whoever leaves it", () => {
  test("has agreed to nothing by leaving it", () => {
    expect(read(shopifyCheckoutBody()).map(({ kind }) => kind)).toEqual(["checkout.state"]);
  });

  test("has agreed to email where the box was ticked, when the checkout began", () => {
    expect(read(shopifyCheckoutBody({ acceptsMarketing: true }))[1]).toMatchObject({
      kind: "consent.changed",
      person: { email: "aisyah.rahman@example.com" },
      consents: [{ channel: "email", state: "subscribed", decidedAt: "2026-11-20T08:00:00.000Z" }],
    });
  });
});
