import { describe, expect, test } from "vitest";
import { shopifyEmailConsentBody, shopifySmsConsentBody } from "./fixtures/customer-body";
import { shopifyHeaders } from "./fixtures/delivery";
import { parse } from "./parse";

const read = (topic: string, body: unknown) =>
  parse({ topic, headers: shopifyHeaders({ topic, signature: "x" }), body });

describe("consent changes", () => {
  const updatedAt = "2026-11-21T08:00:00+08:00";

  test("by email are dated by the person's decision", () => {
    expect(
      read(
        "customers_email_marketing_consent/update",
        shopifyEmailConsentBody({ state: "unsubscribed", updatedAt }),
      ),
    ).toEqual({
      outcome: "events",
      events: [
        {
          kind: "consent.changed",
          sourceTime: "2026-11-21T00:00:00.000Z",
          person: {
            platformId: "7100000000025",
            email: "aisyah.rahman@example.com",
            phone: null,
            name: null,
            company: null,
            address: null,
          },
          consents: [
            {
              channel: "email",
              purpose: "marketing",
              state: "unsubscribed",
              decidedAt: "2026-11-21T00:00:00.000Z",
              optInLevel: "single_opt_in",
            },
          ],
        },
      ],
    });
  });

  test("by text message concern the phone", () => {
    expect(
      read("customers_marketing_consent/update", shopifySmsConsentBody({ state: "subscribed", updatedAt })),
    ).toMatchObject({
      events: [
        {
          person: { platformId: "7100000000025", phone: "012-345 6789" },
          consents: [{ channel: "sms", state: "subscribed" }],
        },
      ],
    });
  });

  test("that are held back are ignored, and those of nobody need attention", () => {
    const topic = "customers_email_marketing_consent/update";
    expect(read(topic, shopifyEmailConsentBody({ state: "redacted" }))).toEqual({
      outcome: "ignored",
      reason: "consent_not_disclosed",
    });
    expect(read(topic, { email_marketing_consent: { state: "subscribed" } })).toMatchObject({
      outcome: "needs_attention",
    });
    expect(read(topic, { customer_id: 7 })).toMatchObject({
      detail: "email_marketing_consent: expected an object",
    });
  });
});
