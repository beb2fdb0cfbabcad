import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writePageCursor } from "~/lib/page-cursor";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads, stepsToPage } from "../../../tests/setup/explain";
import { readListParams } from "../filters/list-query.schema";
import { listOrders, listShops } from "./order-list-queries.server";
import { searchOrders } from "./order-search-queries.server";

const database = await createTestDatabase();

type Change = Record<string, string | undefined>;
const params = (change: Change = {}) => {
  const told = Object.entries(change).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return readListParams("orders", new URLSearchParams(told));
};
const list = (member: TestMember, change: Change = {}) =>
  listOrders(member.context("orders.view"), params(change));
const numbers = async (member: TestMember, change: Change = {}) =>
  (await list(member, change)).rows.map((row) => row.number);

async function shopOf({ orgId }: TestMember, platform: "woocommerce" | "shopify" = "woocommerce") {
  const run = (text: string, values: unknown[]) => database.owner.query(text, values);
  return (await createConnectedShop(run, { orgId, platform })).shopId;
}

/** 10,000 orders: one in a hundred failed, another one in a hundred from a second shop. */
async function createManyOrders() {
  const member = await createMember(database);
  const [shop, rareShop] = [await shopOf(member), await shopOf(member, "shopify")];
  await database.owner.query(
    `INSERT INTO orders (org_id, id, shop_id, external_id, number, status, source_status, currency, total_minor,
       tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test, is_cash_on_delivery, version_at,
       version_rank, version_hash)
     SELECT $1, gen_random_uuid(), CASE WHEN i % 100 = 1 THEN $3 ELSE $2 END::uuid, i, 1000 + i,
       CASE WHEN i % 100 = 0 THEN 'failed' ELSE 'paid' END, 'x', 'MYR', 1, 0, 0, 0, 1,
       '2026-06-01'::timestamptz - i * interval '1 hour', false, false, now(), 1, ''
     FROM generate_series(1, 10000) i`,
    [member.orgId, shop, rareShop],
  );
  await database.owner.query("VACUUM ANALYZE orders, shops");
  return { member, rareShop };
}

describe("the orders list", () => {
  test("[1.2b] [6.1] shows number, shop, customer, status and money to the minor unit", async () => {
    const member = await createMember(database);
    const shopId = await shopOf(member);
    const customerId = await createCustomer(database, member.orgId, { name: "Siti", email: "siti@kedai.my" });
    await createOrder(database, member.orgId, {
      shopId,
      customerId,
      number: "#7",
      totalMinor: 12345,
      isTest: true,
    });
    const { rows, count } = await list(member);
    expect(rows).toMatchObject([
      {
        number: "#7",
        shopName: "Kedai",
        customerName: "Siti",
        email: "siti@kedai.my",
        status: "paid",
        totalMinor: 12345,
        currency: "MYR",
        isTest: true,
        removedAt: null,
      },
    ]);
    expect(count).toBe(1);
  });

  test("keeps what the shop deleted, leaves out the trash, and goes from new to old", async () => {
    const member = await createMember(database);
    const shopId = await shopOf(member);
    const add = (number: string, change: object) =>
      createOrder(database, member.orgId, { shopId, number, ...change });
    await add("old", { placedAt: "2026-01-01T00:00:00Z", removedAt: "2026-01-02T00:00:00Z" });
    await add("new", { placedAt: "2026-02-01T00:00:00Z" });
    await add("trashed", { deletedAt: "2026-02-01T00:00:00Z" });
    expect(await numbers(member)).toEqual(["new", "old"]);
  });

  test("is sorted by amounts as numbers", async () => {
    const member = await createMember(database);
    const shopId = await shopOf(member);
    for (const totalMinor of [900, 12_000, 1000, -5]) {
      await createOrder(database, member.orgId, { shopId, number: String(totalMinor), totalMinor });
    }
    expect(await numbers(member, { sort: "total", order: "asc" })).toEqual(["-5", "900", "1000", "12000"]);
    expect(await numbers(member, { sort: "total" })).toEqual(["12000", "1000", "900", "-5"]);
  });

  test("is narrowed by status, shop and customer, and so is its count", async () => {
    const member = await createMember(database);
    const [kedai, butik] = [await shopOf(member), await shopOf(member, "shopify")];
    const customerId = await createCustomer(database, member.orgId);
    await createOrder(database, member.orgId, { shopId: kedai, number: "1", status: "paid", customerId });
    await createOrder(database, member.orgId, { shopId: kedai, number: "2", status: "failed" });
    await createOrder(database, member.orgId, { shopId: butik, number: "3", status: "paid" });
    expect(await numbers(member, { status: "failed" })).toEqual(["2"]);
    expect(await numbers(member, { shop: butik })).toEqual(["3"]);
    expect(await numbers(member, { shop: kedai, status: "paid" })).toEqual(["1"]);
    const { rows, count, counting } = await list(member, { customer: customerId });
    expect(rows).toMatchObject([{ number: "1" }]);
    // What a filter leaves is counted while it is shown already.
    expect(count).toBeNull();
    expect(await counting).toEqual({ count: 1, isCountBounded: false });
    expect((await listShops(member.context("orders.view"))).map((shop) => shop.id).toSorted()).toEqual(
      [kedai, butik].toSorted(),
    );
  });

  test("walking its pages forth and back visits each order once, ties included", async () => {
    const member = await createMember(database);
    const shopId = await shopOf(member);
    const placed = fc.constantFrom("2026-01-01T00:00:00.000001Z", "2026-01-01T00:00:00.000002Z");
    const [times = []] = fc.sample(fc.array(placed, { minLength: 120, maxLength: 120 }), 1);
    const ids: string[] = [];
    for (const placedAt of times) ids.push(await createOrder(database, member.orgId, { shopId, placedAt }));
    let page = await list(member);
    const there = page.rows.map((row) => row.id);
    while (page.next) {
      page = await list(member, { after: page.next });
      there.push(...page.rows.map((row) => row.id));
    }
    const back = page.rows.map((row) => row.id);
    while (page.previous) {
      page = await list(member, { before: page.previous });
      back.unshift(...page.rows.map((row) => row.id));
    }
    expect(there.toSorted()).toEqual(ids.toSorted());
    expect(back).toEqual(there);
  });

  test("reads any page through the index of its filter, and counts in it", async () => {
    const { member, rareShop } = await createManyOrders();
    const cursor = writePageCursor({ sort: "placed.desc", key: "2026-01-01 00:00:00+00", id: member.orgId });
    const indexes = [
      [{}, "orders_placed_idx"],
      [{ status: "failed" }, "orders_status_idx"],
      [{ shop: rareShop }, "orders_shop_idx"],
    ] as const;
    for (const [filter, index] of indexes) {
      for (const place of [{}, { after: cursor }, { before: cursor }]) {
        const ctx = member.context("orders.view");
        const [page, count] = await explainReads(database, member.orgId, ctx, (ctx) =>
          listOrders(ctx, params({ ...filter, ...place })),
        );
        expect(page?.indexes).toContain(index);
        expect(stepsToPage(page)).not.toContain("Sort");
        expect(count?.steps).not.toContain("Seq Scan");
      }
    }
  });

  test("[3.3a] shows a viewer masked contacts", async () => {
    const member = await createMember(database, { role: "viewer" });
    const customerId = await createCustomer(database, member.orgId, { name: null, email: "siti@kedai.my" });
    await createOrder(database, member.orgId, { shopId: await shopOf(member), customerId });
    expect((await list(member)).rows).toMatchObject([{ customerName: null, email: "s•••@k•••.my" }]);
  });

  test("has no order or shop of another organization, and comes in one round trip", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const shopId = await shopOf(theirs);
    const customerId = await createCustomer(database, theirs.orgId);
    await createOrder(database, theirs.orgId, { shopId, customerId, number: "secret-9" });
    for (const filter of [{}, { shop: shopId }, { customer: customerId }]) {
      const { rows, count, counting } = await list(ours, filter);
      expect([rows, count ?? (await counting)?.count]).toEqual([[], 0]);
    }
    expect(await searchOrders(ours.context("orders.view"), "secret-9", { limit: 10 })).toEqual([]);
    const before = await database.roundTrips();
    const ctx = ours.context("orders.view");
    expect((await Promise.all([listOrders(ctx, params()), listShops(ctx)]))[1]).toEqual([]);
    expect((await database.roundTrips()).httpRequests - before.httpRequests).toBe(1);
  });
});

describe("a search for orders", () => {
  test("finds numbers by their beginning, the exact one first, then orders of found customers", async () => {
    const member = await createMember(database);
    const shopId = await shopOf(member);
    const customerId = await createCustomer(database, member.orgId, {
      name: "Siti 10",
      phone: "+60123456789",
    });
    const add = (number: string, change: object = {}) =>
      createOrder(database, member.orgId, { shopId, number, ...change });
    await add("#10", { placedAt: "2025-01-01T00:00:00Z" });
    await add("1099", { placedAt: "2026-01-01T00:00:00Z" });
    await add("2010", { placedAt: "2026-01-01T00:00:00Z" });
    await add("KL-5", { customerId });
    const search = async (query: string) =>
      (await searchOrders(member.context("orders.view"), query, { limit: 10 })).map((row) => row.number);
    expect(await search("10")).toEqual(["#10", "1099", "KL-5"]);
    expect(await search("#10")).toEqual(["#10", "1099", "KL-5"]);
    expect(await search("kl-")).toEqual([]);
    expect(await search("kl-5")).toEqual(["KL-5"]);
    expect(await search("siti")).toEqual(["KL-5"]);
    expect(await search("012-345 6789")).toEqual(["KL-5"]);
    expect(await search("")).toEqual([]);
  });

  test("reads numbers through their index", async () => {
    const { member } = await createManyOrders();
    const [numbered] = await explainReads(database, member.orgId, member.context("orders.view"), (ctx) =>
      searchOrders(ctx, "1024", { limit: 10 }),
    );
    expect(numbered?.indexes).toContain("orders_number_idx");
  });
});
