import { expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { readListParams } from "./list-query.schema";
import { findNeighbours } from "./neighbours-queries.server";

const database = await createTestDatabase();

const around = (member: TestMember, id: string, search: string) =>
  findNeighbours(member.context("customers.view"), "customers", {
    ...readListParams("customers", new URLSearchParams(search)),
    id,
  });

test.each(["", "sort=name", "sort=orders&order=asc", "sort=spend", "sort=spend&order=asc", "sort=created"])(
  "from the first record on, each leads to the next one of the list and back: %s",
  async (search) => {
    const member = await createMember(database);
    const ids: string[] = [];
    for (const orders of [3, 1, 2, 2, 5]) {
      ids.push(
        await createCustomer(database, member.orgId, {
          name: `N${orders}`,
          ordersCount: orders,
          lastOrderAt: `2026-01-0${orders}T00:00:00Z`,
          createdAt: `2026-02-0${orders}T00:00:00Z`,
          spend: { MYR: orders * 100 },
        }),
      );
    }
    const first = [];
    for (const id of ids) if ((await around(member, id, search)).previous === null) first.push(id);
    expect(first).toHaveLength(1);
    const walked: string[] = [];
    for (let id = first[0] ?? null; id; ) {
      walked.push(id);
      const { previous, next } = await around(member, id, search);
      expect(previous).toBe(walked.at(-2) ?? null);
      id = next;
    }
    expect(walked.toSorted()).toEqual(ids.toSorted());
  },
);

test("a filter keeps to those it lets through, and no other organization's record has neighbours", async () => {
  const [ours, theirs] = [await createMember(database), await createMember(database)];
  const add = (name: string, ordersCount: number) =>
    createCustomer(database, ours.orgId, { name, ordersCount });
  const [ali, , cik] = [await add("Ali", 2), await add("Bakar", 0), await add("Cik", 2)];
  const filter = JSON.stringify({
    v: 1,
    match: "all",
    rules: [{ field: "orders", op: "atLeast", value: 1 }],
  });
  expect(await around(ours, ali, `sort=name&filter=${filter}`)).toEqual({ previous: null, next: cik });
  expect(await around(theirs, ali, "sort=name")).toEqual({ previous: null, next: null });
  expect(await around(ours, theirs.orgId, "sort=name")).toEqual({ previous: null, next: null });
});
