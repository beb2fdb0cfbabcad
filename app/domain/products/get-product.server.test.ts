import { beforeEach, describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder, type OrderRow } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createProductRow } from "../../../tests/factories/product-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads } from "../../../tests/setup/explain";
import type { OrgContext } from "../context";
import { getProduct } from "./get-product.server";
import { getProductSales } from "./product-sales-queries.server";

const database = await createTestDatabase();
const run = (text: string, values: unknown[]) => database.owner.query(text, values);

let member: TestMember;
let shopId: string;
let productId: string;
beforeEach(async () => {
  member = await createMember(database);
  ({ shopId } = await createConnectedShop(run, { orgId: member.orgId }));
  productId = await createProductRow(database, member.orgId, { shopId, externalId: "12" });
});

const context = () => member.context("products.view");
const sales = (id = productId) => getProductSales(context(), { productId: id });

/** An order with one line of the product with this number in its shop. */
async function sell(externalId: string, order: Partial<OrderRow> = {}, column = "product_external_id") {
  const id = await createOrder(database, member.orgId, { shopId, items: ["Sambal"], ...order });
  await run(`UPDATE order_items SET ${column} = $2, quantity = 3 WHERE order_id = $1`, [id, externalId]);
  return id;
}

describe("how a product sells", () => {
  test("is summed for each currency by itself, from orders that are revenue", async () => {
    const customerId = await createCustomer(database, member.orgId, { name: "Siti" });
    await sell("12", { customerId, totalMinor: 5000 });
    await sell("12", { customerId, totalMinor: 700 });
    await sell("12", { totalMinor: 900, currency: "SGD" });
    await sell("12", { totalMinor: 90_000, isTest: true });
    await sell("12", { totalMinor: 80_000, status: "cancelled" });
    await sell("12", { totalMinor: 70_000, deletedAt: "2026-11-21T00:00:00Z" });
    await sell("13", { totalMinor: 60_000 });
    expect(await sales()).toMatchObject({
      sums: [
        { currency: "MYR", orders: 2, buyers: 1, quantity: 6, totalMinor: 5700 },
        { currency: "SGD", orders: 1, buyers: 0, quantity: 3, totalMinor: 900 },
      ],
      buyers: 1,
      isBounded: false,
    });
  });

  test("names the latest orders that hold it, with whose they are", async () => {
    const customerId = await createCustomer(database, member.orgId, { name: "Siti" });
    const first = await sell("12", { placedAt: "2026-11-01T00:00:00Z", customerId });
    const second = await sell("12", { placedAt: "2026-11-02T00:00:00Z", status: "pending" });
    const { latest } = await sales();
    expect(latest).toMatchObject([
      { id: second, status: "pending", customerName: null, placedAt: "2026-11-02T00:00:00Z" },
      { id: first, customerName: "Siti" },
    ]);
  });

  test("leaves out another shop's product with the same number", async () => {
    const other = await createConnectedShop(run, { orgId: member.orgId });
    await sell("12", { shopId: other.shopId });
    expect(await sales()).toMatchObject({ sums: [], latest: [] });
  });

  test("counts a variation by its own lines, and its product by those of all its variations", async () => {
    const own = { shopId, externalId: "121", parentExternalId: "12", name: "Sambal, small" };
    const variation = await createProductRow(database, member.orgId, own);
    const order = await sell("121", {}, "variant_external_id");
    await run("UPDATE order_items SET product_external_id = '12' WHERE order_id = $1", [order]);
    await sell("12");
    expect((await sales()).sums).toMatchObject([{ orders: 2 }]);
    expect((await sales(variation)).sums).toMatchObject([{ orders: 1 }]);
    expect((await getProduct(context(), { productId })).variations).toMatchObject([{ id: variation }]);
    expect((await getProduct(context(), { productId: variation })).parentId).toBe(productId);
  });

  test("is read along the index, however often it sold", async () => {
    await run(
      `INSERT INTO orders (org_id, id, shop_id, external_id, number, status, source_status, currency, total_minor,
         tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test, is_cash_on_delivery, version_at,
         version_rank, version_hash)
       SELECT $1, gen_random_uuid(), $2, 'n' || n, 'n' || n, 'paid', 'paid', 'MYR', 100, 0, 0, 0, 100, now(), false,
         false, now(), 0, '' FROM generate_series(1, 3000) n`,
      [member.orgId, shopId],
    );
    await run(
      `INSERT INTO order_items (org_id, order_id, position, external_id, product_external_id, name, quantity,
         total_minor, tax_minor)
       SELECT org_id, id, 0, '0', CASE WHEN right(number, 1) IN ('1', '2') THEN '12' ELSE number END, 'x', 1, 100, 0
       FROM orders WHERE org_id = $1`,
      [member.orgId],
    );
    await run("ANALYZE orders, order_items", []);
    const work = (ctx: OrgContext) => getProductSales(ctx, { productId });
    const [plan] = await explainReads(database, member.orgId, context(), work);
    expect(plan?.indexes).toEqual(expect.arrayContaining(["order_items_product_idx", "orders_org_id_id_pk"]));
    expect((await sales()).sums).toMatchObject([{ orders: 600 }]);
  });
});

describe("a product's page", () => {
  test("is priced in its shop's currency where it says none, and stays while it is in the trash", async () => {
    await run("UPDATE products SET deleted_at = now() WHERE id = $1", [productId]);
    const product = await getProduct(context(), { productId });
    expect(product).toMatchObject({
      name: "Sambal",
      priceMinor: 1990,
      currency: "MYR",
      platform: "woocommerce",
    });
    expect(product.deletedAt).not.toBeNull();
  });

  test("of another organization is not found, and its sales are nobody's", async () => {
    const other = await createMember(database);
    const theirs = other.context("products.view");
    await sell("12");
    await expect(getProduct(theirs, { productId })).rejects.toMatchObject({ code: "not_found" });
    const again = other.context("products.view");
    expect(await getProductSales(again, { productId })).toMatchObject({ sums: [], latest: [] });
  });
});
