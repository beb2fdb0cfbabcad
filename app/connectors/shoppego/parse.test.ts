import { describe, expect, test } from "vitest";
import { CASH_ON_DELIVERY, checkoutBody } from "./fixtures/checkout-body";
import { parse } from "./parse";

function orderOf(topic: string, changes: Record<string, unknown> = {}) {
  const receivedAt = "2026-11-20T08:30:00.000Z";
  const result = parse({ topic, headers: {}, body: checkoutBody(changes), receivedAt });
  const [first] = result.outcome === "events" ? result.events : [];
  if (first?.kind !== "order.state") throw new Error(JSON.stringify(result));
  return first.order;
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

  test("of a checkout that was never completed is a draft, whose money counts nowhere", () => {
    const left = { completed_at: null };
    expect(orderOf("checkout_abandoned", left)).toMatchObject({ status: "draft", paidMinor: 0 });
    expect(orderOf("checkout_updated", left).status).toBe("draft");
    expect(orderOf("order_updated", left).status).toBe("pending");
  });
});

test("a line whose subtotal is missing costs its price as often as its quantity", () => {
  const items = [{ product: { name: "Kuih" }, name: "Default", price: 4.5, quantity: 3 }];
  expect(orderOf("order_paid", { items }).items).toMatchObject([{ name: "Kuih", totalMinor: 1350 }]);
});
