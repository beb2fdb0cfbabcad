import { describe, expect, test } from "vitest";
import type { CanonicalEvent } from "../canonical";
import { wooOrderBody } from "./fixtures/order-body";
import { wooDeletedBody } from "./fixtures/other-bodies";
import { wooSubscriptionBody } from "./fixtures/subscription-body";
import { parse } from "./parse";

const read = (topic: string, body: unknown) => parse({ topic, headers: {}, body });

function eventOf<Kind extends CanonicalEvent["kind"]>(topic: string, body: unknown, kind: Kind) {
  const result = read(topic, body);
  const [event] = result.outcome === "events" ? result.events : [];
  if (event?.kind !== kind) throw new Error(JSON.stringify(result));
  return event as Extract<CanonicalEvent, { kind: Kind }>;
}

const subscriptionOf = (body: unknown) =>
  eventOf("subscription.updated", body, "subscription.state").subscription;

test("[1.2e] [1.3h] a subscription of WooCommerce keeps its rhythm, amount, dates, lines and subscriber", () => {
  const body = wooSubscriptionBody({
    customerId: 25,
    period: "week",
    interval: 2,
    shippingMinor: 0,
    modifiedAt: "2026-11-17T08:15:00Z",
    nextPaymentAt: "2026-12-01T08:15:00Z",
    lastPaymentAt: "2026-11-17T08:15:00Z",
  });
  const event = eventOf("subscription.updated", body, "subscription.state");
  expect(event.sourceTime).toBe("2026-11-17T08:15:00.000Z");
  expect(event.subscription).toMatchObject({
    externalId: "1300",
    number: "1300",
    status: "active",
    currency: "MYR",
    amountMinor: 3780,
    intervalCount: 2,
    intervalUnit: "week",
    startedAt: "2026-10-20T08:15:00.000Z",
    trialEndsAt: null,
    nextPaymentAt: "2026-12-01T08:15:00.000Z",
    lastPaymentAt: "2026-11-17T08:15:00.000Z",
    cancelledAt: null,
    endedAt: null,
    paymentMethod: "Credit / Debit Card",
    parentOrderExternalId: "727",
    person: { platformId: "25", email: "aisyah.rahman@example.com" },
    items: [{ name: "Sambal Garing Mak Teh 200g", sku: "SG-200", quantity: 2, totalMinor: 3780 }],
  });
});

describe("where it stands", () => {
  test("it is on trial as long as its trial ends after what was told", () => {
    const trialEndsAt = "2026-11-20T00:00:00Z";
    const on = (modifiedAt: string) =>
      subscriptionOf(wooSubscriptionBody({ trialEndsAt, modifiedAt })).status;
    expect([on("2026-11-19T23:00:00Z"), on("2026-11-20T00:00:00Z")]).toEqual(["trial", "active"]);
  });

  test("a plugin's own status waits on hold under its own word", () => {
    expect(subscriptionOf(wooSubscriptionBody({ status: "wc-dijeda" }))).toMatchObject({
      status: "on_hold",
      sourceStatus: "dijeda",
    });
  });

  test("a restored one says so, and a deleted one is only its number", () => {
    const restored = eventOf("subscription.restored", wooSubscriptionBody(), "subscription.state");
    expect(restored.isRestored).toBe(true);
    expect(read("subscription.deleted", wooDeletedBody(1300))).toMatchObject({
      events: [{ kind: "subscription.removed", externalId: "1300" }],
    });
  });

  test("one without a rhythm needs attention", () => {
    const { billing_period: _period, ...body } = wooSubscriptionBody();
    expect(read("subscription.updated", body)).toMatchObject({
      outcome: "needs_attention",
      detail: expect.stringContaining("billing_period"),
    });
  });
});

test("an order that renews a subscription names it", () => {
  const { order } = eventOf("order.created", wooOrderBody({ renewalOf: 1300 }), "order.state");
  expect(order.subscriptionExternalId).toBe("1300");
  expect(eventOf("order.created", wooOrderBody(), "order.state").order.subscriptionExternalId).toBeNull();
});
