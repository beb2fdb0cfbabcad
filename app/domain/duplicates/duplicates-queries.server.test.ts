import { expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { listDuplicates } from "./duplicates-queries.server";

const database = await createTestDatabase();
const list = (member: TestMember, after?: string) =>
  listDuplicates(member.context("customers.merge"), { show: "open", after });

/** As many suggestions as customers make pairs; many share a score. */
async function suggestAll({ orgId }: TestMember, customers: number): Promise<void> {
  for (let i = 0; i < customers; i++) await createCustomer(database, orgId, { name: `C${i}` });
  await database.owner.query(
    `INSERT INTO duplicate_suggestions (org_id, one_id, other_id, score, reasons, found_at)
     SELECT a.org_id, a.id, b.id, 65 + (row_number() OVER () % 3) * 10, '["same_phone"]', now()
     FROM customers a JOIN customers b ON b.org_id = a.org_id AND a.id < b.id WHERE a.org_id = $1`,
    [orgId],
  );
}

test("pairs come page by page, the likeliest first, each once", async () => {
  const member = await createMember(database);
  await suggestAll(member, 15);
  const pages = [await list(member)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await list(member, next));
  expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 5]);
  const rows = pages.flatMap((page) => page.rows);
  expect(new Set(rows.map(({ one, other }) => one.id + other.id)).size).toBe(105);
  const scores = rows.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(pages[0]?.counts).toEqual({ open: 105, later: 0 });
});

test("pairs of another organization are not there, and a forged cursor is refused", async () => {
  const [member, other] = [await createMember(database), await createMember(database)];
  await suggestAll(other, 3);
  expect(await list(member)).toEqual({ rows: [], counts: { open: 0, later: 0 }, next: null });
  for (const cursor of ["x", "", Buffer.from('["likeliest","9 x",""]').toString("base64url")]) {
    await expect(list(member, cursor)).rejects.toMatchObject({ code: "bad_request" });
  }
});
