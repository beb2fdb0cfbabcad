import { beforeEach, describe, expect, test } from "vitest";
import { productState } from "../../../tests/factories/canonical";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { bringFile, type ImportedFile, workOn } from "../../../tests/factories/imported-file";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { tellEvents } from "../../../tests/factories/tell-events";
import { createTestDatabase } from "../../../tests/setup/database";
import { correctRecord } from "../corrections/correct-record.server";

const database = await createTestDatabase();
const { owner } = database;
let member: TestMember;

beforeEach(async () => {
  member = await createMember(database);
});

const FILE: ImportedFile = {
  noun: "products",
  columns: ["name", "sku", "price", "stockQuantity", "categories", "status"],
  rows: [
    ["Sambal Nyet", "SN-1", "RM 12,90", "40", "Makanan; Sambal", "Aktif"],
    ["Rendang", "RD-1", "1.018,50", "0", "", ""],
    ["", "KS-1", "5", "", "", ""],
    ["Kerepek", "KR-1", "lima", "1.5x", "", "entah"],
    ["", "", "", "", "", ""],
    ["#REF!", "XX-1", "", "", "", ""],
  ],
  settings: { key: "sku", decimal: "," },
};

async function run(file: ImportedFile) {
  const importId = await bringFile(member, file);
  await workOn(database, member, { importId, intent: "rehearse" });
  const rehearsed = await importOf(importId);
  await workOn(database, member, { importId, intent: "run" });
  const { counts } = await importOf(importId);
  expect(rehearsed.rehearsal.counts).toEqual(counts);
  return { importId, counts, examples: rehearsed.rehearsal.examples };
}

const importOf = async (id: string) =>
  (await owner.query("SELECT counts, rehearsal, undo FROM imports WHERE id = $1", [id])).rows[0];
const undo = async (importId: string) => {
  await workOn(database, member, { importId, intent: "undo" });
  return (await importOf(importId)).undo;
};
const products = async () =>
  (
    await owner.query(
      `SELECT name, sku, external_id AS id, price_minor::int AS price, currency, status, stock,
         stock_quantity AS quantity, categories, deleted_at IS NOT NULL AS trashed
       FROM products WHERE org_id = $1 ORDER BY sku`,
      [member.orgId],
    )
  ).rows;

describe("an import of products", () => {
  test("makes products with money in either decimal sign, and says what is wrong with a row", async () => {
    const { counts, importId, examples } = await run(FILE);
    expect(counts).toEqual({ created: 2, changed: 0, skipped: 1, rejected: 3 });
    expect(await products()).toMatchObject([
      { sku: "RD-1", price: 101850, currency: "MYR", stock: "out_of_stock", quantity: 0, categories: [] },
      { name: "Sambal Nyet", sku: "SN-1", price: 1290, stock: "in_stock", categories: ["Makanan", "Sambal"] },
    ]);
    const rejected = await owner.query(
      "SELECT row, problems FROM import_rows WHERE import_id = $1 AND outcome = 'rejected' ORDER BY row",
      [importId],
    );
    const codes = rejected.rows.map(({ row, problems }) => [
      row,
      ...problems.map((one: { code: string }) => one.code),
    ]);
    expect(codes).toEqual([
      [3, "missing"],
      [4, "notNumber", "notMoney", "notStatus"],
      [6, "cellError"],
    ]);
    expect(examples.created[0]).toMatchObject({
      label: "Sambal Nyet",
      diffs: expect.arrayContaining([{ field: "price", before: null, after: "MYR 12.90" }]),
    });
  });

  test("changes what files made, and the same file again changes nothing", async () => {
    await run(FILE);
    expect((await run(FILE)).counts).toEqual({ created: 0, changed: 0, skipped: 3, rejected: 3 });
    const rows = [
      ["", "SN-1", "13,50", "", "", ""],
      ["Sambal Nyet", "SN-1", "13,50", "", "", ""],
      ["Baru", "BR-1", "", "", "", ""],
      ["Baru dua", "BR-1", "", "", "", ""],
    ];
    const { counts } = await run({ ...FILE, rows, partRows: 1 });
    expect(counts).toEqual({ created: 1, changed: 2, skipped: 1, rejected: 0 });
    expect(await products()).toMatchObject([
      { name: "Baru dua", price: null },
      {},
      { name: "Sambal Nyet", price: 1350, quantity: 40, categories: ["Makanan", "Sambal"] },
    ]);
  });

  test("makes or changes only, if so chosen", async () => {
    const only = (mode: "create" | "update", rows = FILE.rows.slice(0, 2)) =>
      run({ ...FILE, rows, settings: { ...FILE.settings, mode } });
    expect((await only("update")).counts).toMatchObject({ created: 0, skipped: 2 });
    expect((await only("create")).counts).toMatchObject({ created: 2 });
    const dearer = [["", "SN-1", "99", "", "", ""]];
    expect((await only("create", dearer)).counts).toMatchObject({ changed: 0, skipped: 1 });
    expect((await only("update", dearer)).counts).toMatchObject({ changed: 1 });
  });

  test("leaves a product that its shop tells alone, and a shop that tells of an imported one takes it over", async () => {
    const shop = await createConnectedShop((text, values) => owner.query(text, values), {
      orgId: member.orgId,
    });
    const tell = (given: Parameters<typeof productState>[0]) =>
      tellEvents(database, shop, [
        { kind: "product.state", sourceTime: "2026-11-01T00:00:00.000Z", product: productState(given) },
      ]);
    await tell({ externalId: "9", sku: "SN-1", name: "Sambal (kedai)" });
    const file = { ...FILE, settings: { ...FILE.settings, shopId: shop.shopId } };
    const { counts, examples } = await run(file);
    expect(counts).toMatchObject({ created: 1, skipped: 2 });
    expect(examples.skipped[0]).toMatchObject({ problems: [{ code: "shopTold" }] });
    await tell({ externalId: "10", sku: "RD-1", name: "Rendang (kedai)" });
    expect(await products()).toMatchObject([
      { id: "10", sku: "RD-1", name: "Rendang (kedai)" },
      { id: "9", sku: "SN-1", name: "Sambal (kedai)" },
    ]);
    expect((await run(file)).counts).toMatchObject({ created: 0, changed: 0 });
  });

  test("is undone: what it made goes to the trash, what it changed is as before, what a person set stays", async () => {
    const first = await run(FILE);
    const before = await products();
    const rows = [
      ["Sambal Pedas", "SN-1", "15", "3", "", "Arkib"],
      ["Rendang Tok", "RD-1", "", "", "", ""],
      ["Kuih", "KH-1", "1", "", "", ""],
    ];
    const second = await run({ ...FILE, rows });
    const { rows: found } = await owner.query("SELECT id FROM products WHERE org_id = $1 AND sku = 'RD-1'", [
      member.orgId,
    ]);
    const manager = await createMember(database, { organization: member, role: "manager" });
    const place = { kind: "product" as const, id: found[0].id };
    await correctRecord(manager.context("products.edit"), place, { name: "Rendang Ibu" });
    expect(await undo(second.importId)).toEqual({ restored: 2, trashed: 1, kept: 0 });
    const [kuih, rendang, sambal] = await products();
    expect([kuih.trashed, rendang.name, sambal]).toEqual([true, "Rendang Ibu", before[1]]);
    expect(await undo(first.importId)).toEqual({ restored: 0, trashed: 1, kept: 1 });
    expect((await run(FILE)).counts).toMatchObject({ created: 0, changed: 1 });
    expect((await products()).find(({ sku }) => sku === "SN-1")).toEqual(before[1]);
  });

  test("of another organization is not found, and meets none of its products", async () => {
    const { importId } = await run(FILE);
    const other = await createMember(database);
    await expect(workOn(database, other, { importId, intent: "undo" })).rejects.toThrow("not_found");
    const id = await bringFile(other, FILE);
    await workOn(database, other, { importId: id, intent: "rehearse" });
    expect((await importOf(id)).rehearsal.counts).toMatchObject({ created: 2 });
  });
});
