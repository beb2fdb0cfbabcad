import { beforeEach, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { type CustomerRow, createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { findDuplicates } from "./find-duplicates.server";
import { searchDuplicates } from "./search-duplicates.server";

const database = await createTestDatabase();
const { owner } = database;
const orm = openHttp(database.url);
const NOW = new Date("2026-11-23T04:00:00Z");

let member: TestMember;
beforeEach(async () => {
  await owner.query("delete from customers");
  await owner.query("delete from duplicate_searches");
  member = await createMember(database);
});

/** A customer that changed an hour ago. */
async function add(row: CustomerRow & { orgId?: string }): Promise<string> {
  const { orgId = member.orgId, ...rest } = row;
  const id = await createCustomer(database, orgId, { ...rest, phone: null });
  await owner.query("update customers set phone = $2, updated_at = now() - interval '1 hour' where id = $1", [
    id,
    row.phone ?? null,
  ]);
  return id;
}
const change = (id: string, set: string) =>
  owner.query(`update customers set ${set}, updated_at = now() - interval '10 minutes' where id = $1`, [id]);
const step = (limit = 100) => findDuplicates({ db: new JobDb(orm, member.orgId), now: NOW, limit });
const suggestions = async () =>
  (
    await owner.query(
      "select one_id, other_id, score, reasons, state from duplicate_suggestions where org_id = $1",
      [member.orgId],
    )
  ).rows;

const SITI = { name: "Siti Aminah Hassan", phone: "+60123456789" };

test("two customers with one phone and one name are suggested once, with the reasons", async () => {
  const ids = [await add(SITI), await add({ ...SITI, name: "SITI AMINAH BT HASSAN" })].sort();
  await add({ name: "Ahmad Faizal", phone: "+60123456789" });
  expect(await step()).toBe(3);
  const found = [
    { one_id: ids[0], other_id: ids[1], score: 100, reasons: ["same_phone", "same_name"], state: "open" },
  ];
  expect(await suggestions()).toEqual(found);
  expect(await step()).toBe(0);
  expect(await suggestions()).toEqual(found);
});

test("steps of any size, and a step that runs twice, end in the same suggestions", async () => {
  for (let i = 0; i < 6; i++) await add({ name: `Siti Aminah ${i % 3}`, phone: `+6012345678${i % 3}` });
  while ((await step(2)) > 0);
  const small = await suggestions();
  expect(small).toHaveLength(3);
  await owner.query("delete from duplicate_searches");
  await Promise.all([step(), step()]);
  expect(new Set(await suggestions())).toEqual(new Set(small));
});

test("a suggestion goes when it does not hold any more, and a customer who changed is compared anew", async () => {
  const [one, other] = [await add(SITI), await add({ ...SITI, phone: "+60199999999" })];
  await step();
  expect(await suggestions()).toEqual([]);
  await change(one, "phone = '+60199999999'");
  expect(await step()).toBe(1);
  expect(await suggestions()).toHaveLength(1);
  await change(other, "name = 'Lim Mei Ling'");
  await step();
  expect(await suggestions()).toEqual([]);
});

test("what was dismissed is never suggested again", async () => {
  const one = await add(SITI);
  await add(SITI);
  await step();
  await owner.query("update duplicate_suggestions set state = 'dismissed'");
  await change(one, "company = 'Kedai'");
  await step();
  expect(await suggestions()).toMatchObject([{ state: "dismissed" }]);
});

test("a phone that many use suggests nobody, nor do the trash, merged customers and samples beside real ones", async () => {
  for (let i = 0; i < 21; i++) await add(SITI);
  await step();
  expect(await suggestions()).toEqual([]);
  await owner.query("delete from customers");
  await add(SITI);
  await add({ ...SITI, deletedAt: NOW.toISOString() });
  await add({ ...SITI, mergedInto: await add({ name: "X" }) });
  await add({ ...SITI, isSample: true });
  await step();
  expect(await suggestions()).toEqual([]);
});

test("what changed within the last minute is left for the next time", async () => {
  await change(await add(SITI), "name = 'X'");
  await owner.query("update customers set updated_at = now()");
  expect(await step()).toBe(0);
});

test("every organization has its turn, none meets another's customers, and a closed one is left alone", async () => {
  const [theirs, closed] = [await createMember(database), await createMember(database)];
  for (const { orgId } of [member, theirs, closed]) await add({ ...SITI, orgId });
  await add({ ...SITI, orgId: theirs.orgId });
  await owner.query("update organizations set state = 'closed' where id = $1", [closed.orgId]);
  const search = () => searchDuplicates({ orm, now: () => NOW, maxSteps: 5 });
  expect(await search()).toBe(3);
  const found = await owner.query("select org_id from duplicate_suggestions");
  expect(found.rows).toEqual([{ org_id: theirs.orgId }]);
  expect(await search()).toBe(0);
});
