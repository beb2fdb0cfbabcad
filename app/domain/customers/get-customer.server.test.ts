import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer, createIdentity } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { getCustomer } from "./get-customer.server";
import { listTimeline } from "./timeline-queries.server";

const database = await createTestDatabase();
const get = (member: TestMember, customerId: string) =>
  getCustomer(member.context("customers.view"), { customerId });
const timeline = (member: TestMember, customerId: string, length: 30 | 100 = 30) =>
  listTimeline(member.context("customers.view"), { customerId, length });

async function consent(orgId: string, identityId: string, state: string, decidedAt: string) {
  await database.owner.query(
    `INSERT INTO consents (org_id, id, identity_id, channel, purpose, state, source, decided_at)
     VALUES ($1, $2, $3, 'email', 'marketing', $4, 'shop', $5)`,
    [orgId, randomUUID(), identityId, state, decidedAt],
  );
}

async function statusChange(orgId: string, orderId: string, status: string, at: string) {
  await database.owner.query("INSERT INTO order_status_changes VALUES ($1, $2, $3, $4, $4)", [
    orgId,
    orderId,
    at,
    status,
  ]);
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
    await Promise.all([
      getCustomer(ctx, { customerId: id }),
      listTimeline(ctx, { customerId: id, length: 30 }),
    ]);
    expect((await database.roundTrips()).httpRequests - before.httpRequests).toBe(1);
  });
});

describe("the timeline", () => {
  test("[1.2b] tells orders, changes of status, refunds and consents, newest first", async () => {
    const member = await createMember(database);
    const { orgId } = member;
    const shopId = await shopOf(member);
    const id = await createCustomer(database, orgId);
    const order = { shopId, customerId: id, number: "7", externalId: "e7", items: ["Baju", "Tudung"] };
    const orderId = await createOrder(database, orgId, { ...order, placedAt: "2026-01-01T00:00:00Z" });
    await statusChange(orgId, orderId, "pending", "2026-01-01T00:00:00Z");
    await statusChange(orgId, orderId, "paid", "2026-01-02T00:00:00Z");
    await statusChange(orgId, orderId, "paid", "2026-01-02T08:00:00Z");
    await statusChange(orgId, orderId, "refunded", "2026-01-05T00:00:00Z");
    await database.owner.query(
      `INSERT INTO refunds (org_id, id, shop_id, order_external_id, external_id, amount_minor, currency, refunded_at)
       VALUES ($1, $2, $3, 'e7', 'r1', 500, 'MYR', '2026-01-04T00:00:00Z')`,
      [orgId, randomUUID(), shopId],
    );
    const identity = { customerId: id, kind: "email", value: "a@kedai.my" };
    await consent(
      orgId,
      await createIdentity(database, orgId, identity),
      "subscribed",
      "2026-01-03T00:00:00Z",
    );
    const { rows, hasMore } = await timeline(member, id);
    expect(hasMore).toBe(false);
    expect(rows.map(({ at, entry }) => [at.toISOString().slice(0, 10), entry.kind])).toEqual([
      ["2026-01-05", "status"],
      ["2026-01-04", "refund"],
      ["2026-01-03", "consent"],
      ["2026-01-02", "status"],
      ["2026-01-01", "order"],
    ]);
    expect(rows.at(-1)?.entry).toMatchObject({ orderNumber: "7", firstItem: "Baju", itemsCount: 2, orderId });
    expect(rows[1]?.entry).toMatchObject({ amountMinor: 500, currency: "MYR", orderNumber: "7" });
  });

  test("gives the newest entries and says that there are more", async () => {
    const member = await createMember(database);
    const shopId = await shopOf(member);
    const customerId = await createCustomer(database, member.orgId);
    for (let day = 1; day <= 31; day += 1) {
      const placedAt = `2026-01-${String(day).padStart(2, "0")}T00:00:00Z`;
      await createOrder(database, member.orgId, { shopId, customerId, number: String(day), placedAt });
    }
    const { rows, hasMore } = await timeline(member, customerId);
    expect(hasMore).toBe(true);
    expect(rows).toHaveLength(30);
    expect(rows[0]?.entry).toMatchObject({ orderNumber: "31" });
    expect((await timeline(member, customerId, 100)).rows).toHaveLength(31);
  });

  test("of a customer of another organization is empty", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const customerId = await createCustomer(database, theirs.orgId);
    await createOrder(database, theirs.orgId, { shopId: await shopOf(theirs), customerId });
    expect(await timeline(ours, customerId)).toEqual({ rows: [], hasMore: false });
  });
});
