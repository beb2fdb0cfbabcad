import { beforeEach, describe, expect, test } from "vitest";
import { inOrgTransaction } from "~/db/org-transaction";
import { orderState, person } from "../../../tests/factories/canonical";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { bringFile, type ImportedFile, workOn } from "../../../tests/factories/imported-file";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { tellEvents } from "../../../tests/factories/tell-events";
import { createTestDatabase } from "../../../tests/setup/database";
import { correctRecord } from "../corrections/correct-record.server";
import { recountCustomers } from "../customers/recount-customers.server";

const database = await createTestDatabase();
const { owner } = database;
let member: TestMember;

beforeEach(async () => {
  member = await createMember(database);
});

const FILE: ImportedFile = {
  noun: "orders",
  columns: [
    "order",
    "placedAt",
    "status",
    "total",
    "itemName",
    "itemQuantity",
    "itemTotal",
    "name",
    "email",
    "phone",
    "test",
  ],
  rows: [
    [
      "1001",
      "23/11/2025 3:05 PM",
      "Selesai",
      "RM 40.00",
      "Sambal",
      "2",
      "25.80",
      "Aina",
      "aina@contoh.my",
      "012-345 6789",
      "",
    ],
    ["1001", "", "", "", "Rendang", "1", "14.20", "", "", "", ""],
    ["#1002", "1/2/2026", "Belum bayar", "S$5", "Kuih", "1", "", "Borhan", "", "0123456780", ""],
    ["1003", "2/2/2026", "dibayar", "9", "", "", "", "Aina", "aina@contoh.my", "", "ya"],
    ["1004", "31/2/2026", "entah", "", "", "", "", "", "", "", ""],
    ["", "", "", "", "", "", "", "", "", "", ""],
    ["1005", "3/2/2026", "", "7", "", "", "", "", "", "", ""],
    ["1005", "", "", "8", "", "", "", "", "", "", ""],
  ],
  settings: { key: "order" },
};

async function run(file: ImportedFile = FILE) {
  const importId = await bringFile(member, file);
  await workOn(database, member, { importId, intent: "rehearse" });
  const rehearsed = await importOf(importId);
  await workOn(database, member, { importId, intent: "run" });
  const { counts } = await importOf(importId);
  expect(rehearsed.rehearsal.counts).toEqual(counts);
  await expectCounted();
  return { importId, counts, examples: rehearsed.rehearsal.examples };
}

const importOf = async (id: string) =>
  (await owner.query("SELECT counts, rehearsal, undo FROM imports WHERE id = $1", [id])).rows[0];

async function undo(importId: string) {
  await workOn(database, member, { importId, intent: "undo" });
  await expectCounted();
  return (await importOf(importId)).undo;
}

/** Orders and spend of every customer are what their orders say. */
async function expectCounted() {
  const { rows } = await owner.query("SELECT id FROM customers WHERE org_id = $1", [member.orgId]);
  const ids = rows.map(({ id }) => id);
  const wrong = await inOrgTransaction(database.url, member.orgId, (tx) => recountCustomers(tx, ids));
  expect(wrong).toBe(0);
}

const orders = async () =>
  (
    await owner.query(
      `SELECT o.id, number, status, currency, total_minor::int AS total, paid_minor::int AS paid, placed_at AS placed,
         is_test AS test, is_revenue AS revenue, o.deleted_at IS NOT NULL AS trashed, c.name AS buyer,
         refunded_minor::int AS refunded, external_id AS external,
         (SELECT coalesce(string_agg(quantity || ' ' || i.name || ' ' || i.total_minor, ', ' ORDER BY position), '')
           FROM order_items i WHERE (i.org_id, i.order_id) = (o.org_id, o.id)) AS items
       FROM orders o LEFT JOIN customers c ON (c.org_id, c.id) = (o.org_id, o.customer_id)
       WHERE o.org_id = $1 ORDER BY number`,
      [member.orgId],
    )
  ).rows;

const customers = async () =>
  (
    await owner.query(
      `SELECT name, email, phone, orders_count AS orders, deleted_at IS NOT NULL AS trashed,
         (SELECT array_agg(kind || ' ' || value ORDER BY kind, value) FROM identities i
           WHERE (i.org_id, i.customer_id) = (c.org_id, c.id)) AS identities
       FROM customers c WHERE org_id = $1 AND merged_into IS NULL ORDER BY name`,
      [member.orgId],
    )
  ).rows;

describe("an import of orders", () => {
  test("makes orders of one row or several, with whoever bought, and says what is wrong", async () => {
    const { counts, importId, examples } = await run();
    expect(counts).toEqual({ created: 3, changed: 0, skipped: 1, rejected: 2 });
    expect(await orders()).toMatchObject([
      {
        number: "#1002",
        ...{ status: "pending", currency: "SGD", total: 500, paid: 0, buyer: "Borhan", items: "1 Kuih 0" },
      },
      {
        number: "1001",
        ...{ status: "fulfilled", currency: "MYR", total: 4000, paid: 4000, revenue: true, buyer: "Aina" },
        placed: new Date("2025-11-23T07:05:00Z"),
        items: "2 Sambal 2580, 1 Rendang 1420",
      },
      { number: "1003", test: true, revenue: false, buyer: "Aina" },
    ]);
    expect(await customers()).toMatchObject([
      { name: "Aina", email: "aina@contoh.my", phone: "+60123456789", orders: 1 },
      { name: "Borhan", phone: "+60123456780", orders: 0 },
    ]);
    const rejected = await owner.query(
      "SELECT row, problems FROM import_rows WHERE import_id = $1 AND outcome = 'rejected' ORDER BY row",
      [importId],
    );
    expect(rejected.rows).toMatchObject([
      { row: 5, problems: [{ code: "notStatus" }, { code: "notDate", found: "31/2/2026" }] },
      { row: 7, problems: [{ row: 8, column: 3, code: "orderDiffers", found: "8" }] },
    ]);
    expect(examples.created[0].diffs).toContainEqual({ field: "total", before: null, after: "MYR 40.00" });
  });

  test("of the same file a second time changes nothing, in whatever parts it arrives", async () => {
    await run({ ...FILE, partRows: 1 });
    const before = [await orders(), await customers()];
    const { counts } = await run({ ...FILE, partRows: 3 });
    expect(counts).toEqual({ created: 0, changed: 0, skipped: 4, rejected: 2 });
    expect([await orders(), await customers()]).toEqual(before);
  });

  test("adds rows that stand further down to their order, and again changes nothing", async () => {
    const columns = ["order", "placedAt", "itemName", "itemQuantity", "itemPrice", "email"];
    const rows = [
      ["A1", "1/2/2026", "Sambal", "2", "10", "aina@contoh.my"],
      ["A2", "1/2/2026", "Kuih", "1", "1", "aina@contoh.my"],
      ["A1", "", "Rendang", "0.5", "30", ""],
      ["A1", "", "Sambal", "1", "10", ""],
    ];
    const file = { ...FILE, columns, rows, partRows: 1 };
    expect((await run(file)).counts).toEqual({ created: 2, changed: 1, skipped: 0, rejected: 0 });
    expect((await orders())[0]).toMatchObject({
      total: 4500,
      paid: 4500,
      items: "2 Sambal 2000, 0.5 Rendang 1500, 1 Sambal 1000",
    });
    expect((await run(file)).counts).toMatchObject({ created: 0, changed: 0, skipped: 3 });
  });

  test("changes what files made, money that went back whole included", async () => {
    await run();
    const rows = [["1001", "", "Bayaran balik", "", "", "", "", "", "", "", ""]];
    expect((await run({ ...FILE, rows })).counts).toMatchObject({ changed: 1 });
    expect((await orders())[1]).toMatchObject({ status: "refunded", total: 4000, refunded: 4000 });
    const back = [["1001", "", "Selesai", "41", "Sambal", "3", "", "", "", "", ""]];
    expect((await run({ ...FILE, rows: back })).counts).toMatchObject({ changed: 1 });
    expect((await orders())[1]).toMatchObject({
      ...{ status: "fulfilled", total: 4100, paid: 4100, refunded: 0 },
      items: "3 Sambal 2580, 1 Rendang 1420",
    });
  });

  test("leaves what its shop tells alone, and is never doubled by a shop that tells of it later", async () => {
    const shop = await createConnectedShop((text, values) => owner.query(text, values), {
      orgId: member.orgId,
    });
    const tell = (externalId: string, number: string) =>
      tellEvents(database, shop, [
        {
          kind: "order.state",
          sourceTime: "2025-12-01T00:00:00.000Z",
          order: orderState({
            externalId,
            number,
            totalMinor: 3333,
            person: person({ email: "kedai@contoh.my" }),
          }),
        },
      ]);
    await tell("5001", "#1001");
    const file = { ...FILE, settings: { ...FILE.settings, shopId: shop.shopId } };
    const { counts, examples, importId } = await run(file);
    expect(counts).toMatchObject({ created: 2, skipped: 2 });
    expect(examples.skipped[0].problems).toMatchObject([{ code: "shopTold" }]);
    await tell("5002", "1002");
    await tell("1003", "1003");
    expect(await orders()).toMatchObject([
      { number: "#1001", total: 3333, external: "5001" },
      { number: "1002", total: 3333, external: "5002" },
      { number: "1003", total: 3333, external: "1003" },
    ]);
    await expectCounted();
    expect((await run(file)).counts).toMatchObject({ created: 0, changed: 0, skipped: 4 });
    expect(await undo(importId)).toEqual({ restored: 0, trashed: 0, kept: 2 });
    expect((await orders()).every(({ trashed }) => !trashed)).toBe(true);
  });

  test("is undone: orders and buyers that it made go to the trash, and come back with the file", async () => {
    const { importId } = await run();
    const before = [await orders(), await customers()];
    expect(await undo(importId)).toEqual({ restored: 0, trashed: 3, kept: 0 });
    expect((await orders()).every(({ trashed }) => trashed)).toBe(true);
    expect(await customers()).toMatchObject([
      { name: "Aina", orders: 0, trashed: true },
      { name: "Borhan", trashed: true },
    ]);
    expect((await run()).counts).toMatchObject({ created: 0, changed: 3 });
    expect([await orders(), await customers()]).toEqual(before);
  });

  test("is undone field by field: other files and buyers are as before, what a person set stays", async () => {
    await run();
    const before = [await orders(), await customers()];
    const rows = [
      ["1001", "", "Batal", "99", "Sambal", "9", "", "Aina Wati", "aina@contoh.my", "", ""],
      ["1002", "", "", "", "", "", "", "Borhan", "borhan@contoh.my", "0123456780", ""],
      ["1003", "", "", "12", "", "", "", "Chong", "chong@contoh.my", "", "tidak"],
      ["1009", "4/2/2026", "", "3", "", "", "", "Borhan", "borhan@contoh.my", "", ""],
    ];
    const { importId, counts } = await run({ ...FILE, rows, partRows: 2 });
    expect(counts).toEqual({ created: 1, changed: 3, skipped: 0, rejected: 0 });
    expect(await customers()).toMatchObject([
      { name: "Aina Wati", orders: 0 },
      { name: "Borhan", email: "borhan@contoh.my", orders: 1 },
      { name: "Chong", orders: 1 },
    ]);
    expect(await undo(importId)).toEqual({ restored: 3, trashed: 1, kept: 0 });
    const [now, people] = [await orders(), await customers()];
    expect(now.filter(({ trashed }) => !trashed)).toEqual(before[0]);
    expect(people.filter(({ trashed }) => !trashed)).toEqual(before[1]);
  });

  test("is undone but for an order that a person corrected, whose buyer stays", async () => {
    const { importId } = await run();
    const [, first] = await orders();
    await correctRecord(member.context("orders.edit"), { kind: "order", id: first.id }, { totalMinor: 1 });
    expect(await undo(importId)).toEqual({ restored: 0, trashed: 2, kept: 1 });
    expect(await customers()).toMatchObject([
      { name: "Aina", orders: 1, trashed: false },
      { name: "Borhan", trashed: true },
    ]);
  });

  test("of another organization is not found, and meets none of its orders", async () => {
    const { importId } = await run();
    const other = await createMember(database);
    await expect(workOn(database, other, { importId, intent: "undo" })).rejects.toThrow("not_found");
    const id = await bringFile(other, FILE);
    await workOn(database, other, { importId: id, intent: "rehearse" });
    expect((await importOf(id)).rehearsal.counts).toMatchObject({ created: 3 });
  });
});
