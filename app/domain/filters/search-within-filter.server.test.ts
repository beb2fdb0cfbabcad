import { beforeAll, describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createSubscription } from "../../../tests/factories/subscription-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import { listOrSearchCustomers } from "../customers/list-or-search-customers.server";
import { listOrSearchOrders } from "../orders/list-or-search-orders.server";
import { listSubscriptions } from "../subscriptions/subscription-queries.server";
import type { Clause } from "./filter-tree";
import { readListParams } from "./list-query.schema";
import { selectMatchingIds } from "./matching-ids.server";
import type { Noun } from "./nouns";

const database = await createTestDatabase();
/** More than a search looks through where a word is common. */
const MANY = 21_000;
let member: TestMember;
let last: { customerId: string; orderId: string; subscriptionId: string };

beforeAll(async () => {
  member = await createMember(database);
  const { orgId } = member;
  await database.owner.query(
    `INSERT INTO customers (org_id, id, name, sort_name, search_text, last_order_at)
     SELECT $1, gen_random_uuid(), 'Nur ' || i, 'nur', ' nur ' || i || ' | nur.' || i || '@kedai.my ',
       now() - i * interval '1 minute'
     FROM generate_series(1, ${MANY}) i`,
    [orgId],
  );
  const { shopId } = await createConnectedShop((text, values) => database.owner.query(text, values), member);
  const customerId = await createCustomer(database, orgId, {
    ...{ name: "Nur Terakhir", email: "nur@kedai.my", lastOrderAt: "2020-01-01T00:00:00Z", ordersCount: 7 },
  });
  const sale = { shopId, customerId, currency: "SGD" };
  last = {
    customerId,
    orderId: await createOrder(database, orgId, { ...sale, number: "A-1", placedAt: "2020-01-01T00:00:00Z" }),
    subscriptionId: await createSubscription(database, orgId, { ...sale, number: "S-1" }),
  };
  await createOrder(database, orgId, { shopId, number: "A-2", currency: "SGD" });
  await createSubscription(database, orgId, { shopId, number: "S-2", currency: "SGD" });
  await database.owner.query("ANALYZE customers, orders");
});

const paramsOf = (noun: Noun, q: string, clause: Clause) =>
  readListParams(
    noun,
    new URLSearchParams({ q, filter: JSON.stringify({ v: 1, match: "all", rules: [clause] }) }),
  );
const SEVEN: Clause = { field: "orders", op: "is", value: 7 };
const DOLLARS = { op: "atLeast", value: 1, currency: "SGD" } as const;

/** What the list shows of a search within a filter, which is also what a job would change or export. */
async function find(noun: Noun, q: string, clause: Clause, as = member): Promise<string[]> {
  const params = paramsOf(noun, q, clause);
  const ctx = as.context("customers.view");
  const [list, matching] = await Promise.all([
    noun === "orders"
      ? listOrSearchOrders(ctx, params)
      : noun === "subscriptions"
        ? listSubscriptions(ctx, params)
        : listOrSearchCustomers(ctx, params),
    ctx.db.read(selectMatchingIds(ctx.db.orm, noun, params, { afterId: null, limit: 200, now: ctx.now() })),
  ]);
  const ids = list.rows.map(({ id }) => id);
  expect(matching.map(({ id }) => id)).toEqual(ids.toSorted());
  return ids;
}

describe("[2.1a] a search within a filter finds whoever fits both, though thousands fit the words better:", () => {
  test("customers", async () => {
    expect(await find("customers", "nur", SEVEN)).toEqual([last.customerId]);
    expect(await find("customers", "nur", { field: "orders", op: "is", value: 8 })).toEqual([]);
  });

  test("orders", async () => {
    expect(await find("orders", "nur", { field: "total", ...DOLLARS })).toEqual([last.orderId]);
  });

  test("subscriptions", async () => {
    expect(await find("subscriptions", "nur", { field: "amount", ...DOLLARS })).toEqual([
      last.subscriptionId,
    ]);
  });
});

test("a page of them is full, the best first", async () => {
  const found = await find("customers", "nur", { field: "orders", op: "atMost", value: 7 });
  expect(found).toHaveLength(100);
  const params = paramsOf("customers", "nur@kedai.my", { field: "orders", op: "atMost", value: 7 });
  const { rows } = await listOrSearchCustomers(member.context("customers.view"), params);
  expect(rows[0]?.id).toBe(last.customerId);
});

test("[2.2a] words are not looked for in contacts for roles that see none", async () => {
  const viewer = await createMember(database, { role: "viewer", organization: member });
  expect(await find("customers", "@kedai", SEVEN)).toEqual([last.customerId]);
  expect(await find("customers", "@kedai", SEVEN, viewer)).toEqual([]);
  expect(await find("orders", "@kedai", { field: "total", ...DOLLARS }, viewer)).toEqual([]);
  expect(await find("customers", "nur", SEVEN, viewer)).toEqual([last.customerId]);
});

test("another organization's customers are not found", async () => {
  const other = await createMember(database);
  expect(await find("customers", "nur", SEVEN, other)).toEqual([]);
  expect(await find("orders", "nur", { field: "total", ...DOLLARS }, other)).toEqual([]);
});
