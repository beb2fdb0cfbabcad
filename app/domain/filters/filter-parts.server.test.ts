import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { listCustomers } from "../customers/customer-list-queries.server";
import { listOrSearchCustomers } from "../customers/list-or-search-customers.server";
import type { Clause, Rule } from "./filter-tree";
import { readListParams } from "./list-query.schema";
import { selectMatchingIds } from "./matching-ids.server";
import { findNeighbours } from "./neighbours-queries.server";

const database = await createTestDatabase();
const { owner } = database;
const TAG = randomUUID();
const PEOPLE = 130;
const NOW = new Date("2026-11-23T12:00:00Z");
let member: TestMember;

/** Every second has the tag, every third lives in Ipoh; of each seven two never paid, one paid in dollars alone, one got all back. */
beforeAll(async () => {
  member = await createMember(database);
  await owner.query(
    "INSERT INTO tags (org_id, id, name, folded, colour) VALUES ($1, $2, 'VIP', 'vip', 'gray')",
    [member.orgId, TAG],
  );
  const spends: Record<string, number>[] = [
    {},
    {},
    { SGD: 500 },
    { MYR: 0 },
    { MYR: 900 },
    { MYR: 900, SGD: 1 },
    { MYR: 300 },
  ];
  for (let i = 0; i < PEOPLE; i++) {
    const spend = spends[i % spends.length] ?? {};
    const id = await createCustomer(database, member.orgId, {
      name: `Siti ${i}`,
      ordersCount: Object.keys(spend).length,
      lastOrderAt: `2026-01-01T00:${String(i % 60).padStart(2, "0")}:00Z`,
      spend,
    });
    if (i % 3 === 0) await owner.query("UPDATE customers SET city = 'Ipoh' WHERE id = $1", [id]);
    if (i % 2 === 0) {
      await owner.query(
        "INSERT INTO customer_tags (org_id, customer_id, tag_id, source) VALUES ($1, $2, $3, 'person')",
        [member.orgId, id, TAG],
      );
    }
  }
});

const tagged: Clause = { field: "tags", op: "anyOf", value: [TAG] };
const inIpoh: Clause = { field: "city", op: "is", value: "ipoh" };
const spent = (op: Clause["op"], value: number | number[], currency = "MYR"): Clause => ({
  ...{ field: "spend", op, value, currency },
});
const FILTERS: [string, { match: "all" | "any"; rules: Rule[] }][] = [
  ["any of a tag and a place", { match: "any", rules: [tagged, inIpoh] }],
  [
    "a tag, and any of a place and a spend",
    { match: "all", rules: [tagged, { match: "any", rules: [inIpoh, spent("atLeast", 900)] }] },
  ],
  ["spent nothing", { match: "all", rules: [spent("is", 0)] }],
  ["spent at most RM 5", { match: "all", rules: [spent("atMost", 500)] }],
  ["spent between nothing and RM 3", { match: "all", rules: [spent("between", [0, 300])] }],
  ["spent nothing in dollars, or is tagged", { match: "any", rules: [spent("is", 0, "SGD"), tagged] }],
  ["spent nothing in a currency that nobody pays in", { match: "all", rules: [spent("is", 0, "EUR")] }],
];

const paramsOf = (filter: object, more: Record<string, string> = {}) =>
  readListParams("customers", new URLSearchParams({ filter: JSON.stringify({ v: 1, ...filter }), ...more }));
const context = () => member.context("customers.view", { now: () => NOW });

async function idsOf(filter: object, more: Record<string, string> = {}) {
  const ids: string[] = [];
  let count: number | undefined;
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listCustomers(context(), paramsOf(filter, { ...more, ...(after && { after }) }));
    ids.push(...page.rows.map(({ id }) => id));
    count = (await page.counting)?.count ?? count;
    after = page.next;
  }
  return { ids, count };
}

async function matching(filter: object) {
  const { db } = context();
  const page = { afterId: null, limit: 1000, now: NOW };
  const rows = await db.read(selectMatchingIds(db.orm, "customers", paramsOf(filter), page));
  return rows.map(({ id }) => id).toSorted();
}

test.each(FILTERS)(
  "pages that are read in parts hold all that fit, each once, and count them: %s",
  async (_, filter) => {
    const expected = await matching(filter);
    expect(expected.length).toBeGreaterThan(0);
    for (const sort of ["lastOrder", "name", "orders"]) {
      const { ids, count } = await idsOf(filter, { sort });
      expect([sort, ids.toSorted()]).toEqual([sort, expected]);
      expect(count).toBe(expected.length);
      expect((await idsOf(filter, { sort, order: "asc" })).ids.toSorted()).toEqual(expected);
    }
  },
);

test("they stand in the list's order, and so do a record's neighbours", async () => {
  const [, filter] = FILTERS[0] ?? [];
  const { ids } = await idsOf(filter ?? {}, { sort: "lastOrder" });
  const { rows } = await owner.query<{ id: string }>(
    "SELECT id FROM customers WHERE id = ANY($1) ORDER BY last_order_key DESC, id DESC",
    [ids],
  );
  expect(ids).toEqual(rows.map(({ id }) => id));
  for (const i of [0, 51, ids.length - 1]) {
    const around = await findNeighbours(context(), "customers", {
      ...paramsOf(filter ?? {}),
      id: ids[i] ?? "",
    });
    expect(around).toEqual({ previous: ids[i - 1] ?? null, next: ids[i + 1] ?? null });
  }
});

test("a search within such a filter finds each once", async () => {
  const filter = { match: "any", rules: [tagged, inIpoh] };
  const { rows } = await listOrSearchCustomers(context(), paramsOf(filter, { q: "siti" }));
  const expected = await matching(filter);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(expected);
});
