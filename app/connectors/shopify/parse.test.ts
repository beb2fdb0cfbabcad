import { describe, expect, test } from "vitest";
import { shopifyHeaders } from "./fixtures/delivery";
import { shopifyOrderBody } from "./fixtures/order-body";
import { shopifyDeletedBody, shopifyOrderEditBody } from "./fixtures/other-bodies";
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

describe("what is not for us", () => {
  test.each(["carts/update", "draft_orders/create", "fulfillments/update", "shop/update"])(
    "%s is ignored with its reason",
    (topic) => {
      expect(read(topic, { id: 7 })).toEqual({ outcome: "ignored", reason: "topic_not_used" });
    },
  );

  test.each(["unknown", "orders/exploded", "__proto__", ""])("the topic %j needs attention", (topic) => {
    expect(read(topic, shopifyOrderBody())).toMatchObject({
      outcome: "needs_attention",
      reason: "unknown_topic",
    });
  });
});
