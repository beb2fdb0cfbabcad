import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer, createIdentity } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { getCustomer } from "./get-customer.server";
import { listTimeline } from "./timeline-queries.server";

const database = await createTestDatabase();
const get = (member: TestMember, customerId: string) =>
  getCustomer(member.context("customers.view"), { customerId });

async function consent(orgId: string, identityId: string, state: string, decidedAt: string) {
  await database.owner.query(
    `INSERT INTO consents (org_id, id, identity_id, channel, purpose, state, source, decided_at)
     VALUES ($1, $2, $3, 'email', 'marketing', $4, 'shop', $5)`,
    [orgId, randomUUID(), identityId, state, decidedAt],
  );
}

async function shopOf({ orgId }: TestMember) {
  const { shopId } = await createConnectedShop((text, values) => database.owner.query(text, values), {
    orgId,
  });
  return shopId;
}

describe("getCustomer", () => {
  test("[1.2a] [6.1] gives names, contacts, identities, spend per currency and the latest consents", async () => {
    const member = await createMember(database);
    const shopId = await shopOf(member);
    const id = await createCustomer(database, member.orgId, {
      name: "Siti Aminah",
      email: "siti@kedai.my",
      spend: { MYR: 100, SGD: 7 },
    });
    const identity = { customerId: id, kind: "platform", value: "77", namespace: shopId };
    const identityId = await createIdentity(database, member.orgId, identity);
    await consent(member.orgId, identityId, "subscribed", "2026-01-01T00:00:00Z");
    await consent(member.orgId, identityId, "unsubscribed", "2026-02-01T00:00:00Z");
    const customer = await get(member, id);
    expect(customer).toMatchObject({ name: "Siti Aminah", email: "siti@kedai.my", areContactsMasked: false });
    expect(customer.spend.map(({ currency, netMinor }) => [currency, netMinor])).toEqual([
      ["MYR", 100],
      ["SGD", 7],
    ]);
    expect(customer.identities).toMatchObject([
      { kind: "email", value: "siti@kedai.my", shopName: null },
      { kind: "platform", value: "77", shopName: "Kedai" },
    ]);
    expect(customer.consents).toMatchObject([{ channel: "email", state: "unsubscribed" }]);
  });

  test.each(["analyst", "viewer"] as const)("[3.3a] masks every contact for a %s", async (role) => {
    const member = await createMember(database, { role });
    const id = await createCustomer(database, member.orgId, {
      email: "siti@kedai.my",
      phone: "+60123456789",
    });
    await database.owner.query(
      "UPDATE customers SET profile = $1, phone_raw = '012-345 6789' WHERE id = $2",
      [
        {
          email: { value: "siti@kedai.my" },
          phone: { value: "012-345 6789" },
          address: {
            value: { line1: "5 Jalan Ros", line2: null, city: "Ipoh", state: "PRK", postcode: "30000" },
          },
        },
        id,
      ],
    );
    const said = JSON.stringify(await get(member, id));
    for (const contact of ["siti@kedai.my", "345 6789", "123456789", "Jalan Ros", "30000"]) {
      expect(said).not.toContain(contact);
    }
    expect(said).toContain("Ipoh");
  });

  test("does not find a customer of another organization, nor what is no id", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const id = await createCustomer(database, theirs.orgId);
    for (const foreign of [id, randomUUID(), "1 or 1=1"]) {
      await expect(get(ours, foreign)).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await get(theirs, id)).id).toBe(id);
  });

  test("comes with its timeline in one blocking round trip", async () => {
    const member = await createMember(database);
    const id = await createCustomer(database, member.orgId);
    const ctx = member.context("customers.view");
    const before = await database.roundTrips();
    await Promise.all([getCustomer(ctx, { customerId: id }), listTimeline(ctx, { customerId: id })]);
    expect((await database.roundTrips()).httpRequests - before.httpRequests).toBe(1);
  });
});
