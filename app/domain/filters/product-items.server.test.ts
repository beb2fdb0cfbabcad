import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads } from "../../../tests/setup/explain";
import { listCustomers } from "../customers/customer-list-queries.server";
import { listOrders } from "../orders/order-list-queries.server";
import { readListParams } from "./list-query.schema";

const database = await createTestDatabase();
const { owner } = database;
const [COMMON, RARE, UNSOLD] = [randomUUID(), randomUUID(), randomUUID()];
const ORDERS = 12_000;
/** Half of the orders hold the common product so often: more items than are collected. */
const PER_ORDER = 4;
let member: TestMember;

beforeAll(async () => {
  member = await createMember(database);
  const run = (text: string, values: unknown[]) => owner.query(text, values);
  const { shopId } = await createConnectedShop(run, { orgId: member.orgId });
  await run(
    `INSERT INTO products (org_id, id, shop_id, external_id, name, status, stock, version_at, version_hash)
     SELECT $1, id::uuid, $2::uuid, code, code, 'active', 'in_stock', now(), ''
     FROM (VALUES ('${COMMON}', 'common'), ('${RARE}', 'rare'), ('${UNSOLD}', 'unsold')) p (id, code)`,
    [member.orgId, shopId],
  );
  await run(
    `INSERT INTO customers (org_id, id, name, sort_name, last_order_at, created_at)
     SELECT $1, gen_random_uuid(), 'Nama ' || i, 'nama ' || i, now() - i * interval '1 hour', now()
     FROM generate_series(1, ${ORDERS}) i`,
    [member.orgId],
  );
  await run(
    `INSERT INTO orders (org_id, id, shop_id, external_id, number, customer_id, status, source_status, currency,
       total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test, is_cash_on_delivery,
       version_at, version_rank, version_hash)
     SELECT $1, gen_random_uuid(), $2::uuid, i, i, id, 'paid', 'x', 'MYR', 1, 0, 0, 0, 1, last_order_at, false, false,
       now(), 1, '' FROM (SELECT *, row_number() OVER (ORDER BY last_order_at DESC) AS i FROM customers WHERE org_id = $1) c`,
    [member.orgId, shopId],
  );
  await run(
    `INSERT INTO order_items (org_id, order_id, position, external_id, product_external_id, variant_external_id, name,
       quantity, total_minor, tax_minor)
     SELECT org_id, id, position, 'x', CASE WHEN number::int % 2 = 0 THEN 'common' ELSE 'other' END,
       CASE WHEN number::int % 4001 = 0 THEN 'rare' END, 'Sambal', 1, 1, 0
     FROM orders, generate_series(1, ${PER_ORDER}) position WHERE org_id = $1`,
    [member.orgId],
  );
  await owner.query("VACUUM ANALYZE customers, orders, order_items, products");
});

const paramsOf = (noun: "customers" | "orders", value: string[], after?: string) => ({
  ...readListParams(
    noun,
    new URLSearchParams({
      filter: JSON.stringify({ v: 1, match: "all", rules: [{ field: "product", op: "anyOf", value }] }),
    }),
  ),
  ...(after && { after }),
});

async function numbersOf(value: string[]) {
  const context = () => member.context("customers.view");
  const first = await listOrders(context(), paramsOf("orders", value));
  const next = first.next ? await listOrders(context(), paramsOf("orders", value, first.next)) : null;
  const buyers = await listCustomers(context(), paramsOf("customers", value));
  await Promise.all([first.counting, next?.counting, buyers.counting]);
  return {
    orders: [...first.rows, ...(next?.rows ?? [])].map(({ number }) => Number(number)),
    customers: buyers.rows.map(({ name }) => Number(name?.replace("Nama ", ""))),
  };
}

const everySecond = (count: number) => Array.from({ length: count }, (_, i) => (i + 1) * 2);
const RARE_ONES = [4001, 8002];

test("pages of buyers and orders hold each once and in order, whether many items are of the product or few", async () => {
  expect(await numbersOf([COMMON])).toEqual({ orders: everySecond(100), customers: everySecond(50) });
  expect(await numbersOf([RARE])).toEqual({ orders: RARE_ONES, customers: RARE_ONES });
  expect(await numbersOf([RARE, UNSOLD])).toEqual({ orders: RARE_ONES, customers: RARE_ONES });
  expect(await numbersOf([RARE, COMMON])).toEqual({ orders: everySecond(100), customers: everySecond(50) });
  expect(await numbersOf([UNSOLD])).toEqual({ orders: [], customers: [] });
});

test("a page may be read in the list's order or by the keys of its items' orders, in one statement", async () => {
  const ctx = member.context("customers.view");
  const plans = await explainReads(database, member.orgId, ctx, async (ctx) => {
    const { counting } = await listOrders(ctx, paramsOf("orders", [COMMON]));
    await counting;
  });
  const page = plans.find(({ indexes }) => indexes.includes("order_items_product_idx"));
  expect(page?.indexes).toContain("orders_placed_idx");
  expect(page?.indexes).toContain("orders_org_id_id_pk");
});
