import { expect, test } from "vitest";
import { EARLY_BODY, FLAT_BODY, nestedBody } from "./fixtures/form-body";
import { parse } from "./parse";
import { verify } from "./verify";

const receivedAt = "2026-11-20T08:30:00.000Z";

function orderOf(topic: string, body: unknown) {
  const result = parse({ topic, headers: {}, body, receivedAt });
  const [first] = result.outcome === "events" ? result.events : [];
  if (first?.kind !== "order.state") throw new Error(JSON.stringify(result));
  return first.order;
}

test("[1.3f] every shape that BCL has sent becomes a paid order of its payer", () => {
  const shapes = [
    ["form-submit", nestedBody()],
    ["payment-success", FLAT_BODY],
    ["form-submit", EARLY_BODY],
  ] as const;
  for (const [topic, body] of shapes) {
    const order = orderOf(topic, body);
    expect(order).toMatchObject({ status: "paid", currency: "MYR", placedAt: receivedAt });
    expect(order.person?.email).toMatch(/@example\.com$/);
    expect(order.paidMinor).toBe(order.totalMinor);
  }
});

test.each([
  [{ is_paid: "true", status: "" }, "paid"],
  [{ is_paid: 0, status: 3 }, "paid"],
  [{ is_paid: false, status: "berjaya" }, "paid"],
  [{ is_paid: 0, status: 2 }, "failed"],
  [{ is_paid: 0, status: "4" }, "cancelled"],
  [{ is_paid: 0, status: 1 }, "pending"],
  [{ is_paid: undefined, status: undefined }, "pending"],
])("a form with %j is %s", (changes, status) => {
  expect(orderOf("form-submit", nestedBody(changes)).status).toBe(status);
});

test("a form without an amount is kept as an order of nothing, with whoever sent it", () => {
  const order = orderOf("form-submit", nestedBody({ amount: undefined, is_paid: 0, status: "" }));
  expect(order).toMatchObject({ totalMinor: 0, status: "pending" });
  expect(order.person?.name).toBe("Nur Aisyah binti Rahman");
});

test("once there is a secret, nothing unsigned is taken", async () => {
  const rawBody = new TextEncoder().encode(JSON.stringify(nestedBody()));
  const headers = { "content-type": "application/json" };
  expect(await verify({ headers, rawBody, secrets: [] })).toBe("ok");
  expect(await verify({ headers, rawBody, secrets: ["rahsia-bcl"] })).toBe("refused");
});
