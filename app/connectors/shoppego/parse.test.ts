import { describe, expect, test } from "vitest";
import { CASH_ON_DELIVERY, checkoutBody } from "./fixtures/checkout-body";
import { parse } from "./parse";

const RECEIVED_AT = "2026-11-20T08:30:00.000Z";
const LEFT = { completed_at: null };

function eventOf(topic: string, changes: Record<string, unknown> = {}) {
  const result = parse({ topic, headers: {}, body: checkoutBody(changes), receivedAt: RECEIVED_AT });
  return result.outcome === "events" ? result.events[0] : undefined;
}

function orderOf(topic: string, changes: Record<string, unknown> = {}) {
  const event = eventOf(topic, changes);
  if (event?.kind !== "order.state") throw new Error(JSON.stringify(event));
  return event.order;
}

test("[1.3d] a checkout of Shoppego becomes an order of its buyer with its items and address", () => {
  expect(orderOf("order_paid")).toMatchObject({
    status: "paid",
    currency: "MYR",
    totalMinor: 4780,
    placedAt: "2026-11-20T08:00:00.000Z",
    paymentMethod: "Billplz",
    person: {
      name: "Nur Aisyah binti Rahman",
      email: "aisyah.rahman@example.com",
      phone: "60123456789",
    },
    shippingAddress: { line1: "12, Jalan Melati 3", state: "SGR", postcode: "40100" },
    items: [{ name: "Sambal Garing Mak Teh 200g, Pedas", sku: "SG-200", quantity: 2, totalMinor: 3780 }],
  });
});

describe("each event in its turn", () => {
  const steps = [
    "checkout_completed",
    "order_processing",
    "order_packed",
    "order_shipped",
    "order_completed",
  ];

  test("of an order that was paid online", () => {
    const statuses = steps.map((event) => orderOf(event).status);
    expect(statuses).toEqual(["paid", "paid", "paid", "fulfilled", "fulfilled"]);
  });

  test("of one with cash on delivery, which nobody has paid before it is done", () => {
    const statuses = steps.map((event) => orderOf(event, CASH_ON_DELIVERY).status);
    expect(statuses).toEqual(["pending", "pending", "pending", "pending", "fulfilled"]);
    expect(orderOf("order_paid", CASH_ON_DELIVERY).status).toBe("paid");
  });

  test("of one that nobody has completed yet, which waits for its payment", () => {
    expect(orderOf("order_updated", LEFT)).toMatchObject({ status: "pending", checkoutExternalId: null });
  });
});

describe("a checkout that nobody completed", () => {
  test("is a checkout and no order, left an hour before Shoppego says so", () => {
    expect(eventOf("checkout_abandoned", LEFT)).toMatchObject({
      kind: "checkout.state",
      sourceTime: null,
      checkout: {
        externalId: "1262140",
        totalMinor: 4780,
        startedAt: "2026-11-20T07:55:00.000Z",
        activeAt: "2026-11-20T07:55:00.000Z",
        person: { email: "aisyah.rahman@example.com" },
        items: [{ name: "Sambal Garing Mak Teh 200g, Pedas", quantity: 2, totalMinor: 3780 }],
      },
    });
  });

  test("says when somebody is busy in it", () => {
    expect(eventOf("checkout_updated", LEFT)).toMatchObject({ checkout: { activeAt: RECEIVED_AT } });
  });

  test("is named by the order that it becomes", () => {
    expect(orderOf("checkout_updated")).toMatchObject({ status: "paid", checkoutExternalId: "1262140" });
    expect(orderOf("order_paid").checkoutExternalId).toBe("1262140");
  });
});

test("a line whose subtotal is missing costs its price as often as its quantity", () => {
  const items = [{ product: { name: "Kuih" }, name: "Default", price: 4.5, quantity: 3 }];
  expect(orderOf("order_paid", { items }).items).toMatchObject([{ name: "Kuih", totalMinor: 1350 }]);
});
