import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CanonicalEvent, PersonRef } from "~/connectors/canonical";
import { loadCases } from "~/connectors/fixtures/load-cases";
import { MASK, maskHeaders, maskJson, maskText } from "./mask-payload";

const platforms = await loadCases(join(import.meta.dirname, "../../../connectors"));

/** What an event knows of somebody, as texts that no mask may leave. */
function textsOf(person: PersonRef): string[] {
  const { email, phone, name, company, address } = person;
  return [
    email,
    phone,
    name,
    company,
    address?.line1,
    address?.line2,
    address?.city,
    address?.postcode,
  ].filter((text): text is string => typeof text === "string" && text.length > 3);
}

function personOf(event: CanonicalEvent): PersonRef | null {
  if (event.kind === "order.state") return event.order.person;
  if (event.kind === "customer.state") return event.customer.person;
  if (event.kind === "subscription.state") return event.subscription.person;
  if (event.kind === "checkout.state") return event.checkout.person;
  return "person" in event ? event.person : null;
}

const samples = platforms.flatMap(({ connector, samples }) =>
  samples.map((sample) => ({ connector, sample, name: `${connector.label}: ${sample.name}` })),
);

describe("a masked payload", () => {
  test.each(samples)("of $name holds nothing of whom it is about", ({ connector, sample }) => {
    const told = { topic: sample.topic, headers: {}, body: sample.body };
    const result = connector.parse({ ...told, receivedAt: "2026-11-23T04:00:00.000Z" });
    const people = result.outcome === "events" ? result.events.map(personOf) : [];
    const masked = maskJson(JSON.stringify(sample.body)) ?? "";
    for (const text of people.flatMap((person) => (person ? textsOf(person) : []))) {
      expect(masked).not.toContain(JSON.stringify(text).slice(1, -1));
    }
  });

  test("keeps what is no person's: numbers, sums, statuses, products and taxes", () => {
    const body = {
      id: 727,
      number: "1024",
      status: "processing",
      total: "129.90",
      date_created_gmt: "2026-11-20T08:09:58",
      line_items: [{ name: "Sambal belacan", sku: "SB-200", price: 12.9 }],
      tax_lines: [{ name: "SST 8%", rate: "0.08" }],
      customer_id: 12,
      shipping_lines: [{ method_title: "J&T", total: "8.00" }],
    };
    expect(maskJson(JSON.stringify(body))).toBe(JSON.stringify(body));
  });

  test("masks people wherever they stand, by the field's name in any spelling", () => {
    const body = {
      billing: { first_name: "Siti", phone: "0123456789", country: "MY" },
      "Customer Name": "Siti",
      customer: { firstName: "Siti", id: 5, tags: "vip" },
      meta_data: [
        { key: "_billing_ic", value: "880101-14-5566" },
        { key: "_billing_wa_phone", value: "012" },
      ],
      note_attributes: [{ name: "Recipient", value: "Siti" }],
      buyer: [{ details: { label: "Siti" } }],
      client_ip: "203.0.113.9",
    };
    const masked = maskJson(JSON.stringify(body)) ?? "";
    expect(masked).not.toMatch(/Siti|0123456789|203\.0|"012"|vip/);
    expect(JSON.parse(masked)).toMatchObject({ billing: { country: "MY" }, customer: { id: 5 } });
  });

  test("masks what looks like an email or a phone in any text", () => {
    expect(
      maskText("Call +60 12-345 6789 or 012-345 6789, siti@kedai.my; order 727 of 2026-11-20, RM 129.90"),
    ).toBe(`Call ${MASK} or ${MASK}, ${MASK}; order 727 of 2026-11-20, RM 129.90`);
    expect(maskText("60123456789")).toBe(MASK);
  });

  test("leaves nothing of a text that is no JSON", () => {
    expect(maskJson("Siti Aminah, 012")).toBeNull();
  });

  test("covers headers", () => {
    const headers = {
      "x-customer-email": "siti@kedai.my",
      "x-note-by": "012-345 6789",
      topic: "order.created",
    };
    expect(maskHeaders(headers)).toEqual({
      "x-customer-email": MASK,
      "x-note-by": MASK,
      topic: "order.created",
    });
  });
});
