import { expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createProductRow, type ProductRow } from "../../../tests/factories/product-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import { readListParams } from "../filters/list-query.schema";
import { listOrSearchProducts } from "./list-or-search-products.server";
import { listProducts } from "./product-queries.server";

const database = await createTestDatabase();
const run = (text: string, values: unknown[]) => database.owner.query(text, values);

const createProduct = ({ orgId }: TestMember, shopId: string, row: Omit<ProductRow, "shopId">) =>
  createProductRow(database, orgId, { shopId, ...row });

const params = (change: Record<string, string>) => readListParams("products", new URLSearchParams(change));
const list = (member: TestMember, change: Record<string, string> = {}) =>
  listProducts(member.context("products.view"), params(change));
const search = async (member: TestMember, change: Record<string, string>) =>
  (await listOrSearchProducts(member.context("products.view"), params(change))).rows.map((row) => row.name);

test("[1.3i] [1.2c] products are listed by name whatever its case, priced in their or their shop's currency", async () => {
  const member = await createMember(database);
  const { shopId } = await createConnectedShop(run, { orgId: member.orgId });
  await createProduct(member, shopId, { name: "Zam-Zam", currency: "SGD" });
  await createProduct(member, shopId, { name: "apam balik" });
  await createProduct(member, shopId, { name: "Trashed", deletedAt: "2026-01-01T00:00:00Z" });
  const { rows } = await list(member);
  expect(rows).toMatchObject([
    {
      name: "apam balik",
      priceMinor: 1990,
      currency: "MYR",
      stock: "in_stock",
      stockQuantity: 4,
      shopName: "Kedai",
    },
    { name: "Zam-Zam", currency: "SGD" },
  ]);
});

test("walking the pages forth and back visits each product once", async () => {
  const member = await createMember(database);
  const { shopId } = await createConnectedShop(run, { orgId: member.orgId });
  for (let i = 0; i < 60; i += 1) await createProduct(member, shopId, { name: `Baju ${i % 2}` });
  const first = await list(member);
  const second = await list(member, { after: first.next ?? "" });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(60);
  expect((await list(member, { before: second.previous ?? "" })).rows).toEqual(first.rows);
});

test("a search takes every word, in name or SKU, and keeps the filters", async () => {
  const member = await createMember(database);
  const { shopId } = await createConnectedShop(run, { orgId: member.orgId });
  await createProduct(member, shopId, { name: "Baju Kurung Moden", sku: "BK-01" });
  await createProduct(member, shopId, { name: "Baju Melayu", stock: "out_of_stock" });
  expect(await search(member, { q: "KURUNG baju" })).toEqual(["Baju Kurung Moden"]);
  expect(await search(member, { q: "bk-0" })).toEqual(["Baju Kurung Moden"]);
  expect(await search(member, { q: "baju", stock: "out_of_stock" })).toEqual(["Baju Melayu"]);
  expect(await search(member, { q: "100%" })).toEqual([]);
  expect((await list(member, { stock: "in_stock" })).rows).toHaveLength(1);
});

test("no product of another organization is there", async () => {
  const [ours, theirs] = [await createMember(database), await createMember(database)];
  const { shopId } = await createConnectedShop(run, { orgId: theirs.orgId });
  await createProduct(theirs, shopId, { name: "Rahsia" });
  expect((await list(ours)).rows).toEqual([]);
  expect((await list(ours, { shop: shopId })).rows).toEqual([]);
  expect(await search(ours, { q: "rahsia" })).toEqual([]);
  expect(await search(theirs, { q: "rahsia" })).toEqual(["Rahsia"]);
});
