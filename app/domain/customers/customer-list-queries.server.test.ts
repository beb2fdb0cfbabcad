import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writePageCursor } from "~/lib/page-cursor";
import { type CustomerRow, createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads, stepsToPage } from "../../../tests/setup/explain";
import type { Rule } from "../filters/filter-tree";
import { type ListParams, readListParams } from "../filters/list-query.schema";
import { SORTS, usualOrder } from "../filters/list-sorts";
import { listCustomers } from "./customer-list-queries.server";
import { listOrSearchCustomers } from "./list-or-search-customers.server";

const database = await createTestDatabase();

const paramsOf = (change: Partial<ListParams>): ListParams => {
  const usual = readListParams("customers", new URLSearchParams());
  return { ...usual, ...change, order: change.order ?? usualOrder(change.sort ?? usual.sort) };
};
const list = (member: TestMember, params: Partial<ListParams> = {}) =>
  listCustomers(member.context("customers.view"), paramsOf(params));

/** Every row of the list from the first page to the last, then back to the first, as ids. */
async function walk(member: TestMember, params: Partial<ListParams>) {
  const there: string[] = [];
  const back: string[] = [];
  let page = await list(member, params);
  there.push(...page.rows.map((row) => row.id));
  while (page.next) {
    page = await list(member, { ...params, after: page.next });
    there.push(...page.rows.map((row) => row.id));
  }
  back.unshift(...page.rows.map((row) => row.id));
  while (page.previous) {
    page = await list(member, { ...params, before: page.previous });
    back.unshift(...page.rows.map((row) => row.id));
  }
  return { there, back };
}

async function createManyCustomers(): Promise<TestMember> {
  const member = await createMember(database);
  await database.owner.query(
    `INSERT INTO customers (org_id, id, sort_name, orders_count, last_order_at, created_at)
     SELECT $1, gen_random_uuid(), 'n' || i, i % 10, now() - i * interval '1 hour', now() - i * interval '1 hour'
     FROM generate_series(1, 10000) i`,
    [member.orgId],
  );
  await database.owner.query(
    `INSERT INTO customer_spend SELECT org_id, id, 'MYR', 1, 1, 0, orders_count FROM customers WHERE org_id = $1`,
    [member.orgId],
  );
  await database.owner.query("VACUUM ANALYZE customers, customer_spend");
  return member;
}

describe("pages", () => {
  test("walking forth and back visits each customer once, whatever ties and gaps there are", async () => {
    const few = <T>(...values: T[]) => fc.constantFrom(...values);
    const customer = fc.record({
      name: few("Ali", "ali", "Siti", null),
      ordersCount: few(0, 1, 2),
      lastOrderAt: few(null, "2026-11-23T01:00:00.000001Z", "2026-11-23T01:00:00.000002Z"),
      createdAt: few("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.0005Z"),
      deletedAt: few(null, null, null, "2026-11-01T00:00:00Z"),
      spend: few<Record<string, number>>({}, { MYR: 100 }, { MYR: 100, SGD: 5 }, { SGD: 7 }),
    });
    const organization = fc.array(customer, { minLength: 101, maxLength: 160 });
    const walksOnce = async (customers: (CustomerRow & { spend: Record<string, number> })[]) => {
      const member = await createMember(database);
      const listed: { id: string; hasSpend: boolean }[] = [];
      for (const row of customers) {
        const id = await createCustomer(database, member.orgId, row);
        if (!row.deletedAt) listed.push({ id, hasSpend: "MYR" in row.spend });
      }
      for (const sort of SORTS.customers) {
        const expected = listed.filter(({ hasSpend }) => hasSpend || sort !== "spend").map(({ id }) => id);
        for (const order of ["asc", "desc"] as const) {
          const { there, back } = await walk(member, { sort, order });
          expect(there.toSorted()).toEqual(expected.toSorted());
          expect(back).toEqual(there);
        }
      }
    };
    await fc.assert(fc.asyncProperty(organization, walksOnce), { numRuns: 3, endOnFailure: true });
  });

  test("are sorted as asked, customers without an order last", async () => {
    const member = await createMember(database);
    const add = (row: Parameters<typeof createCustomer>[2]) => createCustomer(database, member.orgId, row);
    const never = await add({ name: "Beh", ordersCount: 0, spend: {} });
    const old = await add({
      name: "Ćarol",
      ordersCount: 9,
      lastOrderAt: "2025-01-01T00:00:00Z",
      spend: { MYR: 500, SGD: 90000 },
    });
    const recent = await add({
      name: "ali",
      ordersCount: 2,
      lastOrderAt: "2026-01-01T00:00:00Z",
      spend: { MYR: 700 },
    });
    const ids = async (params: Partial<ListParams>) => (await list(member, params)).rows.map((row) => row.id);
    expect(await ids({})).toEqual([recent, old, never]);
    expect(await ids({ order: "asc" })).toEqual([never, old, recent]);
    expect(await ids({ sort: "name" })).toEqual([recent, never, old]);
    expect(await ids({ sort: "orders" })).toEqual([old, recent, never]);
    expect(await ids({ sort: "created" })).toEqual([recent, old, never]);
    expect(await ids({ sort: "spend" })).toEqual([recent, old]);
  });

  test("refuse a cursor that this list did not write", async () => {
    const member = await createMember(database);
    const id = member.orgId;
    const cursors = [
      "nonsense",
      writePageCursor({ sort: "name.asc", key: "ali", id }),
      writePageCursor({ sort: "lastOrder.asc", key: "2026-11-23 00:00:00+00", id }),
      writePageCursor({ sort: "lastOrder.desc", key: "2026-02-31 00:00:00+00", id }),
      writePageCursor({ sort: "lastOrder.desc", key: "yesterday", id }),
    ];
    for (const after of cursors) {
      await expect(list(member, { after })).rejects.toMatchObject({ code: "bad_request" });
    }
  });
});

describe("what the list shows", () => {
  test("[1.2a] [2.1a] [6.1] names, contacts, orders and spend per currency, never summed", async () => {
    const member = await createMember(database);
    await createCustomer(database, member.orgId, {
      name: "Siti Aminah",
      email: "siti@kedai.my",
      phone: "+60123456789",
      ordersCount: 2,
      lastOrderAt: "2026-11-20T00:00:00Z",
      spend: { MYR: 12345, SGD: 700 },
    });
    const { rows, count, isCountBounded, currency } = await list(member);
    expect(rows).toMatchObject([
      {
        name: "Siti Aminah",
        email: "siti@kedai.my",
        phone: "+60123456789",
        ordersCount: 2,
        lastOrderAt: new Date("2026-11-20T00:00:00Z"),
        spend: [
          { currency: "MYR", netMinor: 12345 },
          { currency: "SGD", netMinor: 700 },
        ],
      },
    ]);
    expect({ count, isCountBounded, currency }).toEqual({ count: 1, isCountBounded: false, currency: "MYR" });
  });

  test("leaves out the trash and those whom another customer took over", async () => {
    const member = await createMember(database);
    const kept = await createCustomer(database, member.orgId);
    await createCustomer(database, member.orgId, { deletedAt: "2026-11-01T00:00:00Z" });
    await createCustomer(database, member.orgId, { mergedInto: kept });
    const { rows, count } = await list(member);
    expect(rows.map((row) => row.id)).toEqual([kept]);
    expect(count).toBe(1);
  });

  test.each([
    ["admin", "siti@kedai.my", "+60123456789"],
    ["manager", "siti@kedai.my", "+60123456789"],
    ["member", "siti@kedai.my", "+60123456789"],
    ["analyst", "s•••@k•••.my", "+60 ••• 89"],
    ["viewer", "s•••@k•••.my", "+60 ••• 89"],
  ] as const)("[3.3a] shows contacts to a role as the matrix says: %s", async (role, email, phone) => {
    const member = await createMember(database, { role });
    await createCustomer(database, member.orgId, { email: "siti@kedai.my", phone: "+60123456789" });
    const { rows } = await list(member);
    expect(rows).toMatchObject([{ email, phone }]);
  });

  test("of another organization are not there", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    await createCustomer(database, theirs.orgId, { spend: { MYR: 100 } });
    for (const sort of SORTS.customers) {
      expect(await list(ours, { sort })).toMatchObject({ rows: [], count: 0 });
    }
  });

  test("comes in one blocking round trip", async () => {
    const member = await createMember(database);
    const before = await database.roundTrips();
    await list(member);
    const after = await database.roundTrips();
    expect(after.httpRequests - before.httpRequests).toBe(1);
  });

  test("reads any page through the index of its sort, in both orders and directions", async () => {
    const member = await createManyCustomers();
    const sorts = [
      ["lastOrder", "customers_last_order_idx", "2026-01-01 00:00:00+00"],
      ["created", "customers_created_idx", "2026-01-01 00:00:00+00"],
      ["name", "customers_sort_name_idx", "n5"],
      ["orders", "customers_orders_count_idx", "5"],
      ["spend", "customer_spend_net_idx", "5000"],
    ] as const;
    for (const [sort, index, key] of sorts) {
      for (const order of ["asc", "desc"] as const) {
        const cursor = writePageCursor({ sort: `${sort}.${order}`, key, id: member.orgId });
        for (const place of [{}, { after: cursor }, { before: cursor }]) {
          const ctx = member.context("customers.view");
          const [page, count] = await explainReads(database, member.orgId, ctx, (ctx) =>
            listCustomers(ctx, paramsOf({ sort, order, ...place })),
          );
          expect(page?.indexes).toContain(index);
          expect(stepsToPage(page)).not.toContain("Sort");
          expect(count?.steps).not.toContain("Seq Scan");
        }
      }
    }
  });
});

describe("a filter", () => {
  const filterOf = (...rules: Rule[]): Partial<ListParams> => ({ filter: { v: 1, match: "all", rules } });

  test("what is all on one page is counted by its rows: two requests, where more are counted in a third", async () => {
    const member = await createManyCustomers();
    const requestsFor = async (orders: number) => {
      const before = await database.roundTrips();
      const { counting } = await list(member, filterOf({ field: "orders", op: "atLeast", value: orders }));
      const counted = await counting;
      return [counted, (await database.roundTrips()).httpRequests - before.httpRequests];
    };
    expect(await requestsFor(1_000_000)).toEqual([{ count: 0, isCountBounded: false }, 2]);
    expect(await requestsFor(1)).toEqual([{ count: expect.any(Number), isCountBounded: false }, 3]);
  });

  test("narrows pages and count, and says nothing of another organization", async () => {
    const [ours, theirs] = [await createMember(database), await createMember(database)];
    const siti = await createCustomer(database, ours.orgId, { name: "Siti Aminah" });
    await createCustomer(database, ours.orgId, { name: "Ali" });
    await createCustomer(database, theirs.orgId, { name: "Siti Nurhaliza" });
    const { rows, counting } = await list(ours, filterOf({ field: "name", op: "startsWith", value: "SITI" }));
    expect([rows.map(({ id }) => id), await counting]).toEqual([[siti], { count: 1, isCountBounded: false }]);
  });

  test.each(["analyst", "viewer"] as const)(
    "[3.3a] cannot ask contacts out of what a role does not see: %s",
    async (role) => {
      const member = await createMember(database, { role });
      await createCustomer(database, member.orgId, {
        name: "Siti",
        email: "siti@kedai.my",
        phone: "+60123456789",
      });
      const asked: Rule[] = [
        { field: "email", op: "startsWith", value: "s" },
        { field: "phone", op: "startsWith", value: "012" },
        {
          match: "any",
          rules: [
            { field: "name", op: "is", value: "x" },
            { field: "email", op: "isNotEmpty" },
          ],
        },
      ];
      for (const rule of asked) {
        const found = await list(member, filterOf(rule));
        expect(found).toMatchObject({ rows: [], count: 0, problem: "hiddenField" });
        const searched = await listOrSearchCustomers(
          member.context("customers.view"),
          paramsOf({ ...filterOf(rule), q: "siti" }),
        );
        expect(searched).toMatchObject({ rows: [], count: 0, problem: "hiddenField" });
      }
      const sorted = await list(member, { sort: `custom:text:${member.orgId}` });
      expect(sorted).toMatchObject({ rows: [], problem: "hiddenField" });
    },
  );

  test("cannot ask a private custom field of a role that does not see contacts", async () => {
    const analyst = await createMember(database, { role: "analyst" });
    const fieldId = analyst.userId;
    await database.owner.query(
      `INSERT INTO custom_fields (org_id, id, key, name, type, position, is_private) VALUES ($1, $2, 'k', 'K', 'number', 0, true)`,
      [analyst.orgId, fieldId],
    );
    const asked = filterOf({ field: `custom:number:${fieldId}`, op: "isEmpty" });
    expect(await list(analyst, asked)).toMatchObject({ rows: [], problem: "hiddenField" });
    expect(await list(analyst, { sort: `custom:number:${fieldId}` })).toMatchObject({
      problem: "hiddenField",
    });
    const member = await createMember(database, { role: "member", organization: analyst });
    expect(await list(member, asked)).toMatchObject({ problem: null });
  });
});
