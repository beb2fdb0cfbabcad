import { expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import type { Role } from "../organizations/permissions";
import { listQuerySchema } from "./list-query.schema";
import { actAs, selectMatchingIds } from "./matching-ids.server";

const database = await createTestDatabase();
const NOW = new Date("2026-11-23T00:00:00Z");

const queryOf = (change: object) =>
  listQuerySchema("customers").parse({ q: "", filter: null, sort: "lastOrder", order: "desc", ...change });

async function pageThrough({ orgId }: TestMember, change: object, role: Role = "admin"): Promise<string[]> {
  const db = new JobDb(openHttp(database.url), orgId);
  const ids: string[] = [];
  for (let afterId: string | null = null; ; afterId = ids.at(-1) ?? null) {
    const page = selectMatchingIds(db.orm, "customers", queryOf(change), { afterId, limit: 2, now: NOW });
    const [, rows] = await db.run([actAs(db.orm, role), page]);
    ids.push(...rows.map(({ id }) => id));
    if (rows.length < 2) return ids;
  }
}

test("a job meets each row that the list shows once, whatever page it is on", async () => {
  const [member, other] = [await createMember(database), await createMember(database)];
  const add = (row: Parameters<typeof createCustomer>[2]) => createCustomer(database, member.orgId, row);
  const few = [await add({ ordersCount: 1 }), await add({ ordersCount: 2 }), await add({ ordersCount: 3 })];
  const spent = await add({ ordersCount: 9, spend: { MYR: 100 } });
  await add({ ordersCount: 1, deletedAt: "2026-11-01T00:00:00Z" });
  await createCustomer(database, other.orgId, { ordersCount: 1 });
  const filter = { v: 1, match: "all", rules: [{ field: "orders", op: "atMost", value: 3 }] };
  expect(await pageThrough(member, { filter })).toEqual(few.toSorted());
  expect(await pageThrough(member, {})).toEqual([...few, spent].toSorted());
  expect(await pageThrough(member, { sort: "spend" })).toEqual([spent]);
});

test("a job searches as its originator may", async () => {
  const member = await createMember(database);
  const id = await createCustomer(database, member.orgId, { name: "Siti", email: "rahsia@kedai.my" });
  expect(await pageThrough(member, { q: "rahsia@kedai.my" })).toEqual([id]);
  expect(await pageThrough(member, { q: "rahsia@kedai.my" }, "analyst")).toEqual([]);
  expect(await pageThrough(member, { q: "siti" }, "analyst")).toEqual([id]);
});
