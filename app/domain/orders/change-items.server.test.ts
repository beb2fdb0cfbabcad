import { beforeEach, describe, expect, test } from "vitest";
import { inOrgTransaction } from "~/db/org-transaction";
import { orderState } from "../../../tests/factories/canonical";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { tellEvents } from "../../../tests/factories/tell-events";
import { createTestDatabase } from "../../../tests/setup/database";
import { correctRecord } from "../corrections/correct-record.server";
import { recountCustomers } from "../customers/recount-customers.server";
import { createProduct } from "../products/create-product.server";
import { changeItems } from "./change-items.server";
import { createOrder } from "./create-order.server";
import { getOrder } from "./get-order.server";
import { orderCreateSchema } from "./order-create.schema";
import { orderItemsSchema } from "./order-items.schema";

const database = await createTestDatabase();
const { owner } = database;
let member: TestMember;
let customerId: string;

beforeEach(async () => {
  member = await createMember(database, { role: "member" });
  customerId = await createCustomer(database, member.orgId, { email: "siti@contoh.my" });
});

const TYPED = { status: "paid", currency: "MYR", placedAt: "2026-11-21T15:05", shipping: "8", discount: "3" };
const SAMBAL = { name: "Sambal", quantity: "2", total: "25.80" };
const RENDANG = { name: "Rendang", quantity: "1.5", total: "14.20" };

const create = (change: object = {}) =>
  createOrder(
    member.context("orders.edit"),
    orderCreateSchema.parse({ ...TYPED, customerId, items: [SAMBAL], ...change }),
  );
const change = (orderId: string, items: object[], { who = member, currency = "MYR" } = {}) => {
  const typed = orderItemsSchema.parse({ intent: "items", currency, items });
  return changeItems(who.context("orders.edit"), { orderId, ...typed });
};
const read = (orderId: string) => getOrder(member.context("orders.view"), { orderId });

/** Until so many writes of this database wait for their turn. */
async function waitForWaiting(count: number) {
  await expect
    .poll(async () => {
      const { rows } = await owner.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return rows.length;
    })
    .toBe(count);
}

async function expectCounted(netMinor: number) {
  const spend = await owner.query("SELECT net_minor::int AS net FROM customer_spend WHERE customer_id = $1", [
    customerId,
  ]);
  expect(spend.rows).toEqual([{ net: netMinor }]);
  const wrong = await inOrgTransaction(database.url, member.orgId, (tx) =>
    recountCustomers(tx, [customerId]),
  );
  expect(wrong).toBe(0);
}

describe("items of an order entered by hand", () => {
  test("[6.3] are added, changed and removed; total, payment and what the customer spent follow", async () => {
    const id = await create();
    await change(id, [{ ...SAMBAL, quantity: "3", total: "38.70" }, RENDANG]);
    expect(await read(id)).toMatchObject({ totalMinor: 5790, paidMinor: 5790, isRevenue: true });
    await expectCounted(5790);
    await change(id, [RENDANG]);
    const order = await read(id);
    expect(order.items).toMatchObject([{ name: "Rendang", quantity: 1.5, totalMinor: 1420 }]);
    expect(order).toMatchObject({ totalMinor: 1920, paidMinor: 1920 });
    await expectCounted(1920);
  });

  test("are written down with before and after", async () => {
    const id = await create();
    await change(id, [RENDANG]);
    const act = await owner.query(
      `SELECT l.action, v.before, v.after FROM audit_log l JOIN audit_values v USING (org_id, seq)
       WHERE l.subject_id = $1 AND l.action = 'order.corrected'`,
      [id],
    );
    expect(act.rows).toEqual([
      {
        action: "order.corrected",
        before: { items: "2 × Sambal: 2580", totalMinor: 3080, paidMinor: 3080 },
        after: { items: "1.5 × Rendang: 1420", totalMinor: 1920, paidMinor: 1920 },
      },
    ]);
  });

  test("of two changes the later stands whole, also over a charge that was corrected between them", async () => {
    const id = await create();
    await change(id, [RENDANG, RENDANG, SAMBAL]);
    await correctRecord(
      member.context("orders.edit"),
      { kind: "order", id },
      { shippingMinor: 0, totalMinor: 5120 },
    );
    await change(id, [SAMBAL]);
    const order = await read(id);
    expect(order.items.map(({ name }) => name)).toEqual(["Sambal"]);
    expect(order.totalMinor).toBe(2280);
    await Promise.all([change(id, [RENDANG]), change(id, [SAMBAL, SAMBAL])]);
    const after = await read(id);
    const sum = after.items.reduce((minor, item) => minor + item.totalMinor, 0);
    expect([1420, 5160]).toContain(sum);
    expect(after.totalMinor).toBe(sum - 300);
  });

  test("of many changes at once, each is written down with what the one before it left", async () => {
    const id = await create();
    await Promise.all(
      [[RENDANG], [SAMBAL, SAMBAL], [RENDANG, SAMBAL], [SAMBAL]].map((items) => change(id, items)),
    );
    const { rows } = await owner.query(
      `SELECT v.before, v.after FROM audit_log l JOIN audit_values v USING (org_id, seq)
       WHERE l.subject_id = $1 AND l.action = 'order.corrected' ORDER BY l.seq`,
      [id],
    );
    expect(rows.slice(1).map(({ before }) => before)).toEqual(rows.slice(0, -1).map(({ after }) => after));
  });

  test("are refused, and nothing is written down, when the order goes to the trash at that moment", async () => {
    const id = await create();
    const client = await owner.connect();
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.org_id', $1, true)", [member.orgId]);
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('apply:' || $1, 0))", [member.orgId]);
    const changed = expect(change(id, [RENDANG])).rejects.toMatchObject({ code: "not_found" });
    const corrected = expect(
      correctRecord(member.context("orders.edit"), { kind: "order", id }, { shippingMinor: 0 }),
    ).rejects.toMatchObject({ code: "not_found" });
    await waitForWaiting(2);
    await client.query("UPDATE orders SET deleted_at = now() WHERE id = $1", [id]);
    await client.query("COMMIT");
    client.release();
    await Promise.all([changed, corrected]);
    const { rows } = await owner.query(
      "SELECT action FROM audit_log WHERE subject_id = $1 AND action = 'order.corrected'",
      [id],
    );
    expect(rows).toEqual([]);
  });

  test("know their product, and what is part of a total goes on being so", async () => {
    const manager = await createMember(database, { organization: member });
    const productId = await createProduct(manager.context("products.edit"), {
      ...{ name: "Sambal", sku: "S-1", priceMinor: 1290, currency: "MYR", status: "active" },
      ...{ stock: "in_stock", stockQuantity: null },
    });
    const id = await create({ discount: undefined });
    await change(id, [{ ...SAMBAL, productId }]);
    expect((await read(id)).items).toMatchObject([{ productId }]);
    // Of the 33.80, 2.00 are tax.
    await correctRecord(member.context("orders.edit"), { kind: "order", id }, { taxMinor: 200 });
    await change(id, [RENDANG]);
    expect(await read(id)).toMatchObject({ totalMinor: 2220, items: [{ productId: null }] });
  });

  test("of what is not paid in full change nothing of what was paid", async () => {
    const id = await create({ status: "pending" });
    await change(id, [RENDANG]);
    expect(await read(id)).toMatchObject({ totalMinor: 1920, paidMinor: 0 });
  });

  test("are refused where the discount is more, or the currency another by now; nothing is written", async () => {
    const id = await create({ discount: "30" });
    const cheap = change(id, [{ ...SAMBAL, total: "1" }]);
    await expect(cheap).rejects.toMatchObject({
      code: "invalid",
      messageKey: "sales:errors.discountOverItems",
    });
    const other = change(id, [SAMBAL], { currency: "SGD" });
    await expect(other).rejects.toMatchObject({ code: "conflict", messageKey: "sales:errors.otherCurrency" });
    expect((await read(id)).items).toMatchObject([{ name: "Sambal", totalMinor: 2580 }]);
  });

  test("that cannot be read are named at their line", () => {
    const items = [SAMBAL, { name: " ", quantity: "0", total: "1" }];
    const { error } = orderItemsSchema.safeParse({ intent: "items", currency: "MYR", items });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["items.1.name", "items.1.quantity"]);
    const amount = { intent: "items", currency: "MYR", items: [SAMBAL, { ...SAMBAL, total: "RM 5" }] };
    expect(orderItemsSchema.safeParse(amount).error?.issues[0]?.path).toEqual(["items[1].total"]);
  });
});

test("items that a shop told of stay the shop's", async () => {
  const shop = await createConnectedShop((text, values) => owner.query(text, values), {
    orgId: member.orgId,
  });
  const sourceTime = "2026-11-21T01:00:00.000Z";
  await tellEvents(database, shop, [{ kind: "order.state", sourceTime, order: orderState() }]);
  const { rows } = await owner.query("SELECT id FROM orders WHERE shop_id = $1", [shop.shopId]);
  const attempt = change(rows[0].id, [SAMBAL]);
  await expect(attempt).rejects.toMatchObject({ code: "conflict", messageKey: "sales:errors.shopItems" });
});

test("an order of another organization is not found, and keeps its items", async () => {
  const id = await create();
  const other = await createMember(database);
  await expect(change(id, [RENDANG], { who: other })).rejects.toMatchObject({ code: "not_found" });
  expect((await read(id)).items).toMatchObject([{ name: "Sambal" }]);
});

test("Viewers change no items", async () => {
  const viewer = await createMember(database, { organization: member, role: "viewer" });
  const attempt = create().then((id) => change(id, [RENDANG], { who: viewer }));
  await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
});
