import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRecord } from "../../../app/connectors/read";
import { CONNECTORS } from "../../../app/connectors/registry";
import { demoBuyers, planDemo } from "./plan-demo";
import type { PlannedDelivery } from "./planned";

const NOW = new Date("2026-11-23T04:05:06.789Z");
const SMALL = { buyers: 30, orders: 90 };
const plan = planDemo(NOW);

/** What the platform's connector makes of a delivery, by kind of event. */
function readKinds({ platform, topic, body }: PlannedDelivery): string[] {
  const result = CONNECTORS[platform].parse({
    topic,
    headers: {},
    body,
    receivedAt: "2026-01-01T00:00:00.000Z",
  });
  return result.outcome === "events" ? result.events.map(({ kind }) => kind) : [result.outcome];
}

const orders = plan.filter(({ topic }) => topic === "order.created" || topic === "orders/create");

describe("the demo's plan", () => {
  test("is the same for the same moment", () => {
    expect(planDemo(NOW)).toEqual(plan);
  });

  test("is about two shops, six hundred buyers and eighteen hundred orders", () => {
    expect(new Set(orders.map(({ platform }) => platform)).size).toBe(2);
    expect(demoBuyers().length).toBeGreaterThan(580);
    expect(orders.length).toBeGreaterThan(1700);
    expect(orders.length).toBeLessThan(1900);
  });

  test("tells everything in the order of time and nothing from the future, whatever the moment", () => {
    const moments = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2031-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (now) => {
        const times = planDemo(now, SMALL).map(({ receivedAt }) => receivedAt.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
        expect(times[0]).toBeGreaterThan(now.getTime() - 125 * 86_400_000);
      }),
      { numRuns: 20 },
    );
  });

  test("is understood by the connectors, but for the few deliveries that are meant not to be", () => {
    const kinds = new Map<string, number>();
    for (const kind of plan.flatMap(readKinds)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const { ignored, needs_attention: parked, ...events } = Object.fromEntries(kinds);
    expect(ignored).toBe(5);
    expect(parked).toBeLessThan(10);
    expect(Object.keys(events).sort()).toEqual([
      "checkout.state",
      "consent.changed",
      "customer.state",
      "order.state",
      "product.state",
      "refund.recorded",
      "subscription.state",
    ]);
  });

  test("has its busiest day on 11.11 when that lies within it", () => {
    const perDay = new Map<string, number>();
    for (const { receivedAt } of orders) {
      const day = new Date(receivedAt.getTime() + 8 * 3_600_000).toISOString().slice(5, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    const [busiest] = [...perDay].sort(([, a], [, b]) => b - a);
    expect(busiest?.[0]).toBe("11-11");
  });
});

describe("the demo's buyers", () => {
  const contacts = demoBuyers().map((buyer) => buyer.contacts);
  const inBoth = contacts.flatMap(({ woocommerce, shopify }) =>
    woocommerce && shopify ? [{ woocommerce, shopify }] : [],
  );

  test("are known to both shops by email alone, or by phone alone", () => {
    expect(inBoth.some(({ woocommerce: a, shopify: b }) => a.email === b.email && a.phone !== b.phone)).toBe(
      true,
    );
    expect(inBoth.some(({ woocommerce: a, shopify: b }) => a.email === "" && a.phone === b.phone)).toBe(true);
  });

  test("share a phone in some families, each with an email of their own", () => {
    const emailsOf = new Map<string, Set<string>>();
    for (const { phone, email } of contacts.flatMap((one) => Object.values(one))) {
      if (email) emailsOf.set(phone, (emailsOf.get(phone) ?? new Set()).add(email));
    }
    expect([...emailsOf.values()].filter((emails) => emails.size > 1).length).toBeGreaterThan(10);
  });

  test("buy as guests, with accounts, and at the counter without a name", () => {
    const bodies = orders.map(({ body }) => (isRecord(body) ? body : {}));
    expect(bodies.some(({ customer_id }) => customer_id === 0)).toBe(true);
    expect(bodies.some(({ customer_id }) => typeof customer_id === "number" && customer_id > 0)).toBe(true);
    expect(bodies.some(({ source_name }) => source_name === "pos")).toBe(true);
  });
});
