import { beforeEach, describe, expect, test } from "vitest";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { correctRecord } from "../corrections/correct-record.server";
import { createOrder } from "../orders/create-order.server";
import { orderCreateSchema } from "../orders/order-create.schema";
import { createProduct } from "./create-product.server";
import { getProduct } from "./get-product.server";
import { productCreateSchema, productEditSchema } from "./product-form.schema";
import { getProductSales } from "./product-sales-queries.server";

const database = await createTestDatabase();

let member: TestMember;
beforeEach(async () => {
  member = await createMember(database, { role: "manager" });
});

const TYPED = {
  name: " Kuih lapis ",
  price: "1,024.50",
  currency: "myr",
  status: "active",
  stock: "in_stock",
};
const create = (change: object = {}, who = member) =>
  createProduct(who.context("products.edit"), productCreateSchema.parse({ ...TYPED, ...change }));
const read = (productId: string) => getProduct(member.context("products.view"), { productId });

describe("a product entered by hand", () => {
  test("is there as it was typed, in the organization's own shop, and written down", async () => {
    const id = await create({ sku: "KL-1", stockQuantity: "12" });
    const facts = {
      name: "Kuih lapis",
      sku: "KL-1",
      priceMinor: 102_450,
      currency: "MYR",
      stockQuantity: 12,
    };
    expect(await read(id)).toMatchObject({ ...facts, platform: "manual", corrections: {} });
    const { rows } = await database.owner.query(
      "SELECT action FROM audit_log WHERE org_id = $1 AND subject_id = $2",
      [member.orgId, id],
    );
    expect(rows).toEqual([{ action: "product.created" }]);
  });

  test("needs neither price nor SKU nor pieces", async () => {
    const id = await create({ price: undefined });
    expect(await read(id)).toMatchObject({ priceMinor: null, sku: null, stockQuantity: null });
  });

  test("is known in the orders that are entered with it", async () => {
    const productId = await create();
    const items = [{ name: "Kuih lapis", productId, quantity: "2", total: "9" }];
    const typed = { status: "paid", currency: "MYR", placedAt: "2026-11-21T15:05", items };
    await createOrder(member.context("orders.edit"), orderCreateSchema.parse(typed));
    const { sums } = await getProductSales(member.context("products.view"), { productId });
    expect(sums).toMatchObject([{ currency: "MYR", orders: 1, quantity: 2, totalMinor: 900 }]);
  });

  test("is corrected without a trace of what a shop says: there is none", async () => {
    const id = await create();
    const edit = productEditSchema.parse({ ...TYPED, intent: "correct", price: "5", stock: "out_of_stock" });
    if (edit.intent !== "correct") throw new Error("not a correction");
    const fields = await correctRecord(member.context("products.edit"), { kind: "product", id }, edit.values);
    expect(fields.toSorted()).toEqual(["priceMinor", "stock"]);
    expect(await read(id)).toMatchObject({ priceMinor: 500, stock: "out_of_stock", corrections: {} });
  });

  test("is not for Members to enter, nor to be found in another organization", async () => {
    const seller = await createMember(database, { organization: member, role: "member" });
    await expect(create({}, seller)).rejects.toMatchObject({ code: "forbidden" });
    const other = await createMember(database, { role: "manager" });
    const place = { kind: "product", id: await create() } as const;
    const edit = correctRecord(other.context("products.edit"), place, { name: "Ours" });
    await expect(edit).rejects.toMatchObject({ code: "not_found" });
    expect(await read(place.id)).toMatchObject({ name: "Kuih lapis" });
  });
});

test("what cannot be read is named at its field", () => {
  const paths = (change: object) =>
    productCreateSchema.safeParse({ ...TYPED, ...change }).error?.issues.map(({ path }) => path.join("."));
  expect(paths({ name: "  " })).toEqual(["name"]);
  expect(paths({ price: "RM 5" })).toEqual(["price"]);
  expect(paths({ stockQuantity: "1.5" })).toEqual(["stockQuantity"]);
  expect(paths({ stock: "plenty" })).toEqual(["stock"]);
});
