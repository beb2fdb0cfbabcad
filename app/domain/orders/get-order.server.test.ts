import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { OrderContact } from "~/db/schema/orders";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { isAllowed, ROLES } from "../organizations/permissions";
import { getOrder } from "./get-order.server";

const database = await createTestDatabase();

const address = {
  line1: "5 Jalan Ros",
  line2: null,
  city: "Ipoh",
  state: "PRK",
  postcode: "30000",
  country: "MY",
};
const contact: OrderContact = {
  person: {
    platformId: "77",
    email: "siti@kedai.my",
    phone: "+60123456789",
    name: "Siti Aminah",
    company: null,
    address,
  },
  shippingAddress: { ...address, line1: "9 Jalan Mawar" },
};

async function createFullOrder({ orgId }: TestMember) {
  const run = (text: string, values: unknown[]) => database.owner.query(text, values);
  const { shopId } = await createConnectedShop(run, { orgId });
  const customerId = await createCustomer(database, orgId, { name: "Siti Aminah", email: "siti@kedai.my" });
  const order = { shopId, customerId, number: "#7", externalId: "e7", contact, items: ["Baju", "Tudung"] };
  const orderId = await createOrder(database, orgId, order);
  await run(
    `INSERT INTO refunds (org_id, id, shop_id, order_external_id, external_id, amount_minor, currency, reason)
     VALUES ($1, $2, $3, 'e7', 'r1', 500, 'MYR', 'Too small')`,
    [orgId, randomUUID(), shopId],
  );
  for (const [i, status] of ["pending", "pending", "paid"].entries()) {
    const at = `2026-01-0${i + 1}T00:00:00Z`;
    await run("INSERT INTO order_status_changes VALUES ($1, $2, $3, $4, $4)", [orgId, orderId, at, status]);
  }
  return { orderId, customerId };
}

const get = (member: TestMember, orderId: string) => getOrder(member.context("orders.view"), { orderId });

test("[1.2b] [1.2c] [6.1] an order comes with items, refunds, folded statuses, contact and customer", async () => {
  const member = await createMember(database);
  const { orderId, customerId } = await createFullOrder(member);
  const before = await database.roundTrips();
  const order = await get(member, orderId);
  expect((await database.roundTrips()).httpRequests - before.httpRequests).toBe(1);
  expect(order).toMatchObject({ number: "#7", shopName: "Kedai", customerId, customerName: "Siti Aminah" });
  expect(order.items.map((item) => [item.name, item.quantity, item.totalMinor])).toEqual([
    ["Baju", 1, 5000],
    ["Tudung", 1, 5000],
  ]);
  expect(order.refunds).toMatchObject([{ amountMinor: 500, currency: "MYR", reason: "Too small" }]);
  expect(order.statuses.map(({ status, at }) => [status, at.getUTCDate()])).toEqual([
    ["pending", 1],
    ["paid", 3],
  ]);
  expect(order.contact).toMatchObject({ email: "siti@kedai.my", shipping: { line1: "9 Jalan Mawar" } });
});

test.each(["analyst", "viewer"] as const)("[3.3a] a %s gets the contact masked", async (role) => {
  const member = await createMember(database, { role });
  const { orderId } = await createFullOrder(member);
  const order = await get(member, orderId);
  const said = JSON.stringify(order);
  for (const secret of ["siti@kedai.my", "123456789", "Jalan", "30000"]) expect(said).not.toContain(secret);
  expect(order.contact).toMatchObject({
    name: "Siti Aminah",
    email: "s•••@k•••.my",
    shipping: { city: "Ipoh" },
  });
});

test("[3.3a] why a shop gave money back is not told to roles that may not see contacts: it may name one", async () => {
  const admin = await createMember(database);
  const { orderId } = await createFullOrder(admin);
  for (const role of ROLES) {
    const member = await createMember(database, { organization: admin, role });
    const [refund] = (await get(member, orderId)).refunds;
    expect([role, refund?.reason]).toEqual([role, isAllowed(role, "contacts.view") ? "Too small" : null]);
  }
});

test("an order of another organization is not found, nor is what is no id", async () => {
  const [ours, theirs] = [await createMember(database), await createMember(database)];
  const { orderId } = await createFullOrder(theirs);
  for (const foreign of [orderId, randomUUID(), "7"]) {
    await expect(get(ours, foreign)).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await get(theirs, orderId)).items).toHaveLength(2);
});
