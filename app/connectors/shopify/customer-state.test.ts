import { describe, expect, test } from "vitest";
import { shopifyCustomerBody } from "./fixtures/customer-body";
import { shopifyHeaders } from "./fixtures/delivery";
import { shopifyDeletedBody } from "./fixtures/other-bodies";
import { parse } from "./parse";

const read = (topic: string, body: unknown) =>
  parse({ topic, headers: shopifyHeaders({ topic, signature: "x" }), body });

describe("customers", () => {
  test.each(["customers/create", "customers/update", "customers/enable", "customers/disable"])(
    "[1.3b] %s is the customer's state with consents",
    (topic) => {
      const body = shopifyCustomerBody({
        emailConsent: { state: "subscribed", updatedAt: "2026-11-01T08:00:00+08:00" },
      });
      expect(read(topic, body)).toMatchObject({
        outcome: "events",
        events: [
          {
            kind: "customer.state",
            sourceTime: "2026-11-19T02:00:00.000Z",
            customer: {
              externalId: "7100000000025",
              createdAt: "2026-11-19T02:00:00.000Z",
              person: { name: "Nur Aisyah binti Rahman", phone: "012-345 6789", address: { state: "SGR" } },
              consents: [{ channel: "email", state: "subscribed", decidedAt: "2026-11-01T00:00:00.000Z" }],
            },
          },
        ],
      });
    },
  );

  test("of an older version say only whether they accept marketing", () => {
    const older = {
      id: 7,
      accepts_marketing: true,
      accepts_marketing_updated_at: "2026-11-01T00:00:00Z",
      marketing_opt_in_level: "single_opt_in",
    };
    const consentsOf = (body: unknown) => {
      const result = read("customers/update", body);
      const [event] = result.outcome === "events" ? result.events : [];
      return event?.kind === "customer.state" ? event.customer.consents : null;
    };
    expect(consentsOf(older)).toEqual([
      {
        channel: "email",
        purpose: "marketing",
        state: "subscribed",
        decidedAt: "2026-11-01T00:00:00.000Z",
        optInLevel: "single_opt_in",
      },
    ]);
    expect(consentsOf({ id: 7, accepts_marketing: false })).toMatchObject([
      { state: "never", decidedAt: null },
    ]);
    expect(consentsOf({ id: 7 })).toEqual([]);
  });

  test("a redacted consent is no fact", () => {
    expect(
      read("customers/update", shopifyCustomerBody({ emailConsent: { state: "redacted" } })),
    ).toMatchObject({
      events: [{ customer: { consents: [] } }],
    });
  });

  test("a deletion removes the customer's account", () => {
    expect(read("customers/delete", shopifyDeletedBody(7))).toMatchObject({
      events: [{ kind: "customer.removed", externalId: "7" }],
    });
  });
});
