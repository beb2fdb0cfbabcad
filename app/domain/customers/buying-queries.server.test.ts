import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createSalesRows, type SaleRow } from "../../../tests/factories/sales-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import { getBuying } from "./buying-queries.server";

const database = await createTestDatabase();

/** A customer of a new organization, and a way to let them buy. */
async function createBuyer() {
  const member = await createMember(database);
  const rows = await createSalesRows(database, member.orgId);
  const customerId = await rows.addCustomer("Siti");
  let lines = 0;
  const buy = async (day: string, items: Record<string, number>, order: Partial<SaleRow> = {}) => {
    const placedAt = `2026-11-${day}T04:00:00Z`;
    const orderId = await rows.addOrder({ placedAt, totalMinor: 1000, customerId, ...order });
    for (const [name, quantity] of Object.entries(items)) {
      await database.owner.query(
        `INSERT INTO order_items (org_id, order_id, position, external_id, name, quantity, total_minor, tax_minor)
         VALUES ($1, $2, $3::int, $3::text, $4, $5, 1000, 0)`,
        [member.orgId, orderId, lines++, name, quantity],
      );
    }
  };
  return { member, customerId, buy };
}

const buyingOf = (member: TestMember, customerId: string) =>
  getBuying(member.context("customers.view"), { customerId });

test("the middle of the gaps between orders, and what was bought most", async () => {
  const { member, customerId, buy } = await createBuyer();
  await buy("01", { Sambal: 2, Kerepek: 1 });
  await buy("03", { Sambal: 1 });
  await buy("08", { Kerepek: 1 });
  await buy("28", { Rendang: 1 });
  expect(await buyingOf(member, customerId)).toEqual({
    gapDays: 5,
    products: [
      { name: "Sambal", quantity: 3 },
      { name: "Kerepek", quantity: 2 },
      { name: "Rendang", quantity: 1 },
    ],
  });
});

test("test orders and removed ones are none; what was not paid was not bought, but it was ordered", async () => {
  const { member, customerId, buy } = await createBuyer();
  await buy("01", { Sambal: 1 });
  await buy("02", { Sambal: 9 }, { isTest: true });
  await buy("03", { Sambal: 9 }, { isRemoved: true });
  await buy("11", { Rendang: 9 }, { status: "cancelled" });
  expect(await buyingOf(member, customerId)).toEqual({
    gapDays: 10,
    products: [{ name: "Sambal", quantity: 1 }],
  });
});

test("one order has no gap", async () => {
  const { member, customerId, buy } = await createBuyer();
  await buy("01", {});
  expect(await buyingOf(member, customerId)).toEqual({ gapDays: null, products: [] });
});

test("another organization's customer bought nothing here, and what is no id is nobody's", async () => {
  const [{ customerId, buy }, { member }] = [await createBuyer(), await createBuyer()];
  await buy("01", { Sambal: 1 });
  await buy("03", { Sambal: 1 });
  const nothing = { gapDays: null, products: [] };
  expect(await buyingOf(member, customerId)).toEqual(nothing);
  expect(await buyingOf(member, randomUUID())).toEqual(nothing);
  await expect(buyingOf(member, "siti")).rejects.toMatchObject({ code: "not_found" });
});
