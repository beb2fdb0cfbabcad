import { beforeEach, describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { listCustomers } from "../customers/customer-list-queries.server";
import { recountCustomers } from "../customers/recount-customers.server";
import { readListParams } from "../filters/list-query.schema";
import { listOrders } from "../orders/order-list-queries.server";
import { purgeRecords } from "./purge-records.server";
import { restoreRecord } from "./restore-record.server";
import type { TrashNoun } from "./trash-nouns";
import { listTrash } from "./trash-queries.server";
import { trashRecord } from "./trash-record.server";

const database = await createTestDatabase();
const { owner } = database;
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;

let admin: TestMember;
let shopId: string;
beforeEach(async () => {
  admin = await createMember(database, { name: "Aina" });
  ({ shopId } = await createConnectedShop((text, values) => owner.query(text, values), {
    orgId: admin.orgId,
  }));
});

const trash = (noun: TrashNoun, id: string, member = admin) =>
  trashRecord(member.context("records.trash"), { noun, id });
const restore = (noun: TrashNoun, id: string, member = admin) =>
  restoreRecord(member.context("records.trash"), { noun, id });
const list = (noun: TrashNoun, q = "", member = admin) =>
  listTrash(member.context("trash.view"), { noun, q });
const purge = (noun: TrashNoun, ids: string[], member = admin, name = "Kedai") =>
  purgeRecords(member.context("trash.purge"), { noun, ids, name });
const customerRow = async (id: string) =>
  (await rows("SELECT orders_count, last_order_at, deleted_at FROM customers WHERE id = $1", [id]))[0];

/** A customer with one paid order of RM 50, counted. */
async function createBuyer() {
  const customerId = await createCustomer(database, admin.orgId, {
    name: "Siti Aminah",
    email: "siti@kedai.my",
  });
  const orderId = await createOrder(database, admin.orgId, {
    shopId,
    customerId,
    number: "#7",
    items: ["Teh"],
  });
  await admin
    .context("orders.edit")
    .ports.jobs.inOrg(admin.orgId, (tx) => recountCustomers(tx, [customerId]));
  return { customerId, orderId };
}

async function createProduct(): Promise<string> {
  const [product] = await rows(
    `INSERT INTO products (org_id, id, shop_id, external_id, name, status, stock, version_at, version_hash)
     VALUES ($1, gen_random_uuid(), $2, 'p1', 'Teh Tarik', 'active', 'in_stock', now(), '') RETURNING id`,
    [admin.orgId, shopId],
  );
  return product.id;
}

describe("the trash", () => {
  test("[5.2a] keeps a customer with all that belongs to it, and gives it back whole", async () => {
    const { customerId, orderId } = await createBuyer();
    const picture = async () => [
      await rows("SELECT name, email, orders_count, deleted_at FROM customers WHERE id = $1", [customerId]),
      await rows("SELECT kind, value FROM identities WHERE customer_id = $1 ORDER BY value", [customerId]),
      await rows("SELECT customer_id, deleted_at FROM orders WHERE id = $1", [orderId]),
      await rows("SELECT currency, net_minor FROM customer_spend WHERE customer_id = $1", [customerId]),
    ];
    const before = await picture();
    const listed = () =>
      listCustomers(
        admin.context("customers.view"),
        readListParams("customers", new URLSearchParams("sort=name")),
      );
    await trash("customer", customerId);
    expect((await listed()).rows).toEqual([]);
    expect(await list("customer")).toMatchObject({
      rows: [{ id: customerId, title: "Siti Aminah", deletedByName: "Aina", daysLeft: 30 }],
    });
    await restore("customer", customerId);
    expect(await picture()).toEqual(before);
    expect((await listed()).rows).toMatchObject([{ id: customerId }]);
    expect((await list("customer")).rows).toEqual([]);
  });

  test("takes an order out of its customer's sums, and counts it again when it is restored", async () => {
    const { customerId, orderId } = await createBuyer();
    expect(await customerRow(customerId)).toMatchObject({ orders_count: 1 });
    await trash("order", orderId);
    expect(await customerRow(customerId)).toMatchObject({ orders_count: 0, last_order_at: null });
    expect(await rows("SELECT * FROM customer_spend WHERE customer_id = $1", [customerId])).toEqual([]);
    expect((await list("order")).rows).toMatchObject([{ title: "#7", detail: "Siti Aminah" }]);
    await restore("order", orderId);
    expect(await customerRow(customerId)).toMatchObject({ orders_count: 1, last_order_at: expect.any(Date) });
    expect(await rows("SELECT net_minor FROM customer_spend WHERE customer_id = $1", [customerId])).toEqual([
      { net_minor: "5000" },
    ]);
  });

  test("keeps the orders of a trashed customer in the list of orders", async () => {
    const { customerId, orderId } = await createBuyer();
    await trash("customer", customerId);
    const { rows: orders } = await listOrders(
      admin.context("orders.view"),
      readListParams("orders", new URLSearchParams()),
    );
    expect(orders.map(({ id }) => id)).toEqual([orderId]);
  });

  test("takes products too, and finds each by the beginning of its name", async () => {
    const [productId, { customerId, orderId }] = [await createProduct(), await createBuyer()];
    await trash("product", productId);
    await trash("customer", customerId);
    await trash("order", orderId);
    expect((await list("product", "teh")).rows).toMatchObject([{ id: productId, title: "Teh Tarik" }]);
    expect((await list("customer", "SITI A")).rows).toMatchObject([{ id: customerId }]);
    expect((await list("order", "#7")).rows).toMatchObject([{ id: orderId }]);
    for (const noun of ["customer", "order", "product"] as const)
      expect((await list(noun, "zz")).rows).toEqual([]);
  });

  test("writes an act for what changed, and none for what was so already", async () => {
    const { customerId } = await createBuyer();
    for (const act of [trash, trash, restore, restore]) await act("customer", customerId);
    const acts = await rows("SELECT action, subject_id FROM audit_log WHERE org_id = $1 ORDER BY seq", [
      admin.orgId,
    ]);
    expect(acts).toEqual(
      ["customer.trashed", "customer.restored"].map((action) => ({ action, subject_id: customerId })),
    );
  });

  test("refuses what is not there, what is no id, and roles that may not", async () => {
    const { customerId } = await createBuyer();
    for (const id of ["8f4a1e2e-0000-4000-8000-000000000000", "malformed"])
      await expect(trash("customer", id)).rejects.toMatchObject({ code: "not_found" });
    const member = await createMember(database, { organization: admin, role: "member" });
    await expect(trash("customer", customerId, member)).rejects.toMatchObject({ code: "forbidden" });
    await expect(list("customer", "", member)).rejects.toMatchObject({ code: "forbidden" });
    expect(await customerRow(customerId)).toMatchObject({ deleted_at: null });
  });

  test("of another organization is not reached", async () => {
    const { customerId } = await createBuyer();
    const stranger = await createMember(database);
    await expect(trash("customer", customerId, stranger)).rejects.toMatchObject({ code: "not_found" });
    await trash("customer", customerId);
    await expect(restore("customer", customerId, stranger)).rejects.toMatchObject({ code: "not_found" });
    expect((await list("customer", "", stranger)).rows).toEqual([]);
    expect(await purge("customer", [customerId], stranger)).toBe(0);
    expect(await customerRow(customerId)).toMatchObject({ deleted_at: expect.any(Date) });
  });
});

describe("deleting for good", () => {
  test("[6.4] takes what lies in the trash at once, and the acts say which", async () => {
    const { customerId, orderId } = await createBuyer();
    await trash("customer", customerId);
    expect(await purge("customer", [customerId])).toBe(1);
    expect(await rows("SELECT id FROM customers WHERE org_id = $1", [admin.orgId])).toEqual([]);
    expect(await rows("SELECT id FROM identities WHERE org_id = $1", [admin.orgId])).toEqual([]);
    expect(await rows("SELECT id, customer_id, contact, total_minor FROM orders")).toEqual(
      expect.arrayContaining([{ id: orderId, customer_id: null, contact: null, total_minor: "5000" }]),
    );
    const acts = await rows("SELECT action, subject_id FROM audit_log WHERE org_id = $1 ORDER BY seq", [
      admin.orgId,
    ]);
    expect(acts.at(-1)).toEqual({ action: "customer.purged", subject_id: customerId });
    await expect(restore("customer", customerId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("leaves alone what was restored meanwhile", async () => {
    const { customerId } = await createBuyer();
    await trash("customer", customerId);
    await restore("customer", customerId);
    expect(await purge("customer", [customerId])).toBe(0);
    expect(await customerRow(customerId)).toMatchObject({ deleted_at: null });
  });

  test("asks for the organization's name, and only Admins may", async () => {
    const { customerId } = await createBuyer();
    await trash("customer", customerId);
    await expect(purge("customer", [customerId], admin, "kedai")).rejects.toMatchObject({
      code: "invalid",
      fields: { name: "errors:organizations.nameDiffers" },
    });
    const manager = await createMember(database, { organization: admin, role: "manager" });
    await expect(purge("customer", [customerId], manager)).rejects.toMatchObject({ code: "forbidden" });
    expect((await list("customer")).rows).toHaveLength(1);
  });

  test("takes an order with its items, and a product", async () => {
    const [{ orderId }, productId] = [await createBuyer(), await createProduct()];
    for (const [noun, id] of [
      ["order", orderId],
      ["product", productId],
    ] as const) {
      await trash(noun, id);
      expect(await purge(noun, [id, id])).toBe(1);
    }
    expect(await rows("SELECT id FROM orders WHERE org_id = $1", [admin.orgId])).toEqual([]);
    expect(await rows("SELECT order_id FROM order_items WHERE org_id = $1", [admin.orgId])).toEqual([]);
    expect(await rows("SELECT id FROM products WHERE org_id = $1", [admin.orgId])).toEqual([]);
  });
});
