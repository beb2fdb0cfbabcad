import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import type { Filter } from "../filters/filter-tree";
import { listNamedRecords } from "./named-records-queries.server";

const database = await createTestDatabase();
const run = (text: string, values: unknown[]) => database.owner.query(text, values);

async function createProduct(orgId: string, name: string) {
  const { shopId } = await createConnectedShop(run, { orgId });
  const id = randomUUID();
  await run(
    `INSERT INTO products (org_id, id, shop_id, external_id, name, status, stock, version_at, version_hash)
     VALUES ($1, $2::uuid, $3, $2::text, $4, 'active', 'in_stock', now(), '')`,
    [orgId, id, shopId, name],
  );
  return id;
}

const filterOf = (customers: string[], products: string[]): Filter => ({
  ...{ v: 1, match: "any" },
  rules: [
    { field: "customer", op: "anyOf", value: customers },
    { match: "all", rules: [{ field: "product", op: "noneOf", value: products }] },
  ],
});

test("a filter's customers and products are told by name; those that are gone, or are no ids, are not", async () => {
  const { orgId, context } = await createMember(database);
  const siti = await createCustomer(database, orgId, { name: "Siti" });
  const nameless = await createCustomer(database, orgId, { name: null, email: "rahsia@kedai.my" });
  const sambal = await createProduct(orgId, "Sambal");
  const named = await listNamedRecords(
    context("orders.view"),
    filterOf([siti, nameless, randomUUID(), "' or 1=1"], [sambal, randomUUID()]),
  );
  expect(named.toSorted((a, b) => String(a.name).localeCompare(String(b.name)))).toEqual([
    { id: nameless, name: null },
    { id: sambal, name: "Sambal" },
    { id: siti, name: "Siti" },
  ]);
});

test("another organization's records have no name", async () => {
  const [ours, theirs] = [await createMember(database), await createMember(database)];
  const customer = await createCustomer(database, theirs.orgId, { name: "Siti" });
  const product = await createProduct(theirs.orgId, "Sambal");
  const filter = filterOf([customer], [product]);
  expect(await listNamedRecords(ours.context("orders.view"), filter)).toEqual([]);
  expect(await listNamedRecords(theirs.context("orders.view"), filter)).toHaveLength(2);
});

test("nothing is read where a filter names no record", async () => {
  const { context } = await createMember(database);
  const before = await database.roundTrips();
  expect(await listNamedRecords(context("orders.view"), null)).toEqual([]);
  expect((await database.roundTrips()).httpRequests).toBe(before.httpRequests);
});
