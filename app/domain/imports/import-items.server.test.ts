import { beforeEach, describe, expect, test } from "vitest";
import { productState } from "../../../tests/factories/canonical";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { bringFile, type ImportedFile, workOn } from "../../../tests/factories/imported-file";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { tellEvents } from "../../../tests/factories/tell-events";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const { owner } = database;
let member: TestMember;
let shop: ConnectedShop;

beforeEach(async () => {
  member = await createMember(database);
  shop = await createConnectedShop((text, values) => owner.query(text, values), { orgId: member.orgId });
});

const COLUMNS = ["order", "placedAt", "total", "email", "itemName", "itemSku", "itemQuantity"];

async function run(rows: string[][], more: Partial<ImportedFile> = {}) {
  const settings = { key: "order", shopId: shop.shopId } as const;
  const importId = await bringFile(member, { noun: "orders", columns: COLUMNS, rows, settings, ...more });
  await workOn(database, member, { importId, intent: "rehearse" });
  await workOn(database, member, { importId, intent: "run" });
  const [one] = (await owner.query("SELECT counts, rehearsal FROM imports WHERE id = $1", [importId])).rows;
  expect(one.rehearsal.counts).toEqual(one.counts);
  return { importId, counts: one.counts, examples: one.rehearsal.examples };
}

const undo = (importId: string) => workOn(database, member, { importId, intent: "undo" });

const tellProducts = (...products: Partial<Parameters<typeof productState>[0]>[]) =>
  tellEvents(
    database,
    shop,
    products.map((product) => ({
      kind: "product.state",
      sourceTime: "2026-11-01T00:00:00.000Z",
      product: productState(product),
    })),
  );

/** Each standing order's items: name, product, variation. */
const items = async () =>
  (
    await owner.query(
      `SELECT o.number, concat_ws(' ', i.name, i.product_external_id, i.variant_external_id) AS item
       FROM order_items i JOIN orders o ON (o.org_id, o.id) = (i.org_id, i.order_id)
       WHERE i.org_id = $1 AND o.deleted_at IS NULL ORDER BY o.number, i.position`,
      [member.orgId],
    )
  ).rows.map(({ number, item }) => `${number} ${item}`);

const order = (number: string, name: string, sku: string, date = "1/2/2026") => [
  ...[number, date, date && "10", date && "a@contoh.my"],
  ...[name, sku, "1"],
];

describe("an item of an imported order", () => {
  test("is of the product, or the variation, that the shop alone has under its SKU; a name links nothing", async () => {
    await tellProducts(
      { externalId: "1", name: "Sambal", sku: "SB" },
      { externalId: "2", name: "Baju", sku: null },
      { externalId: "21", parentExternalId: "2", name: "Baju S", sku: "BJ-S" },
      { externalId: "22", parentExternalId: "2", name: "Baju M", sku: "BJ" },
      { externalId: "23", parentExternalId: "2", name: "Baju L", sku: "BJ" },
      { externalId: "3", name: "Kuih", sku: "DUA" },
      { externalId: "4", name: "Roti", sku: "DUA" },
    );
    const other = await createConnectedShop((text, values) => owner.query(text, values), {
      orgId: member.orgId,
    });
    const lain = productState({ externalId: "9", sku: "LAIN" });
    await tellEvents(database, other, [
      { kind: "product.state", sourceTime: "2026-11-01T00:00:00.000Z", product: lain },
    ]);
    const named = ["SB", "BJ-S", "BJ", "DUA", "LAIN", "sb", ""].map((sku) =>
      order("1", sku || "Sambal", sku, sku === "SB" ? undefined : ""),
    );
    const { examples } = await run(named);
    expect(await items()).toEqual([
      ...["1 SB 1", "1 BJ-S 2 21", "1 BJ 2", "1 DUA", "1 LAIN", "1 sb", "1 Sambal"],
    ]);
    expect(examples.created[0].diffs).toContainEqual({
      field: "linked",
      before: null,
      after: "SB, BJ-S, BJ",
    });
  });

  test("leaves products in the trash alone, and takes one that is sold over one that was removed", async () => {
    await tellProducts(
      { externalId: "1", sku: "A" },
      { externalId: "2", sku: "B" },
      { externalId: "3", sku: "B" },
    );
    await owner.query(
      `UPDATE products SET deleted_at = CASE WHEN external_id = '1' THEN now() END,
         removed_at = CASE WHEN external_id = '2' THEN now() END WHERE org_id = $1`,
      [member.orgId],
    );
    await run([order("1", "Satu", "A"), order("2", "Dua", "B")]);
    expect(await items()).toEqual(["1 Satu", "2 Dua 3"]);
  });

  test("is linked by the same file once the product is there, and undoing that gives back what was", async () => {
    const rows = [order("1", "Sambal", "SB")];
    const first = await run(rows);
    expect((await run(rows)).counts).toMatchObject({ skipped: 1 });
    await tellProducts({ externalId: "1", sku: "SB" });
    const again = await run(rows);
    expect(again.counts).toMatchObject({ changed: 1, skipped: 0 });
    expect(await items()).toEqual(["1 Sambal 1"]);
    expect((await run(rows)).counts).toMatchObject({ skipped: 1 });
    await undo(again.importId);
    expect(await items()).toEqual(["1 Sambal"]);
    await undo(first.importId);
    expect(await items()).toEqual([]);
  });

  test("goes with its product when the shop takes that over from a file, undone imports included", async () => {
    const products = { noun: "products", columns: ["sku", "name"], settings: { key: "sku" } } as const;
    const settings = { ...products.settings, shopId: shop.shopId };
    const file = [
      ["SB", "Sambal"],
      ["BJ-S", "Baju S"],
    ];
    await run(file, { ...products, columns: [...products.columns], settings });
    await run([order("1", "Sambal", "SB"), order("2", "Baju S", "BJ-S")]);
    expect(await items()).toEqual(["1 Sambal file:sb", "2 Baju S file:bj-s"]);
    const changed = await run([order("1", "Sambal", "SB", "5/2/2026")]);
    await tellProducts(
      { externalId: "1", sku: "SB" },
      { externalId: "21", parentExternalId: "2", sku: "BJ-S" },
    );
    expect(await items()).toEqual(["1 Sambal 1", "2 Baju S 2 21"]);
    await undo(changed.importId);
    expect(await items()).toEqual(["1 Sambal 1", "2 Baju S 2 21"]);
  });
});

describe("a row without an order number", () => {
  const ROWS = [
    order("1", "Sambal", ""),
    ["", "", "", "", "Kuih", "", "2"],
    ["", "", "", "", "Roti", "", "3"],
    order("2", "Nasi", ""),
    ["", "", "", "b@contoh.my", "Teh", "", "1"],
    ["", "", "", "", "Kopi", "", "1"],
  ];

  test("adds its item to the order above, in whatever parts the file arrives; one that says more is rejected with words", async () => {
    const { counts, importId } = await run(ROWS);
    expect(counts).toEqual({ created: 2, changed: 0, skipped: 0, rejected: 2 });
    const rejected = await owner.query(
      "SELECT row, problems FROM import_rows WHERE import_id = $1 AND outcome = 'rejected' ORDER BY row",
      [importId],
    );
    expect(rejected.rows).toEqual([
      { row: 5, problems: [{ row: 5, column: 0, code: "orderNumberMissing", found: "" }] },
      { row: 6, problems: [{ row: 6, column: 0, code: "orderNumberMissing", found: "" }] },
    ]);
    const whole = await items();
    expect(whole).toEqual(["1 Sambal", "1 Kuih", "1 Roti", "2 Nasi"]);
    for (const partRows of [1, 2, 4]) {
      expect((await run(ROWS, { partRows })).counts).toMatchObject({ created: 0, changed: 0, rejected: 2 });
      expect(await items()).toEqual(whole);
    }
    await undo(importId);
    await run(ROWS, { partRows: 1 });
    expect(await items()).toEqual(whole);
  });
});
