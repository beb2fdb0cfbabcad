import { describe, expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { actOnTags } from "./act-on-tags.server";
import { tagCustomer } from "./tag-customer.server";
import { tagActionSchema } from "./tags.schema";
import { listCustomerTags, listTags } from "./tags-queries.server";
import { untagCustomer } from "./untag-customer.server";

const database = await createTestDatabase();

const act = (member: TestMember, typed: Record<string, string>) =>
  actOnTags(member.context("tags.manage"), tagActionSchema.parse(typed));
const tag = (member: TestMember, customerId: string, name: string) =>
  tagCustomer(member.context("customers.edit"), { customerId, name });
const counts = async (member: TestMember) =>
  (await listTags(member.context("tags.manage"))).map(({ name, customersCount }) => [name, customersCount]);

const fill = ({ orgId }: TestMember, count: number) =>
  database.owner.query(
    `INSERT INTO tags (org_id, id, name, folded, colour)
     SELECT $1, gen_random_uuid(), 'Tag ' || i, 'tag ' || i, 'red' FROM generate_series(1, $2) i`,
    [orgId, count],
  );

describe("of tags there are 500 at most, also when fifty are made at once", () => {
  const MADE: [string, (member: TestMember, customerId: string, name: string) => Promise<unknown>][] = [
    ["in the settings", (member, _, name) => act(member, { intent: "create", name, colour: "red" })],
    ["by the way", tag],
  ];
  test.each(MADE)("%s", async (_name, make) => {
    const member = await createMember(database);
    const customerId = await createCustomer(database, member.orgId);
    await fill(member, 490);
    const made = Array.from({ length: 50 }, (_, i) => make(member, customerId, `New ${i}`));
    const got = await Promise.allSettled(made);
    const refused = got.filter((one) => one.status === "rejected").map(({ reason }) => reason.messageKey);
    expect(refused).toEqual(Array.from({ length: 40 }, () => "tags:errors.full"));
    const { rows } = await database.owner.query("SELECT count(*)::int AS n FROM tags WHERE org_id = $1", [
      member.orgId,
    ]);
    expect(rows).toEqual([{ n: 500 }]);
    // What is there already is still put on somebody.
    await tag(member, customerId, "tag 1");
  });
});

describe("tags", () => {
  test("[1.2d] are made by the way, found whatever their case, and taken off again", async () => {
    const member = await createMember(database);
    const customerId = await createCustomer(database, member.orgId);
    const id = await tag(member, customerId, "VIP");
    expect(await tag(member, customerId, " vip ".trim())).toBe(id);
    expect(await counts(member)).toEqual([["VIP", 1]]);
    await untagCustomer(member.context("customers.edit"), { customerId, tagId: id });
    expect(await counts(member)).toEqual([["VIP", 0]]);
    expect(await listCustomerTags(member.context("customers.view"), customerId)).toEqual([]);
  });

  test("of one name are one, also when fifty put it on somebody at once", async () => {
    const member = await createMember(database);
    const customerId = await createCustomer(database, member.orgId);
    const ids = await Promise.all(Array.from({ length: 50 }, () => tag(member, customerId, "VIP")));
    expect(new Set(ids).size).toBe(1);
    expect(await counts(member)).toEqual([["VIP", 1]]);
  });

  test("are only made by those who manage them", async () => {
    const admin = await createMember(database);
    const member = await createMember(database, { organization: admin, role: "member" });
    const customerId = await createCustomer(database, admin.orgId);
    await expect(tag(member, customerId, "New")).rejects.toMatchObject({ messageKey: "tags:errors.unknown" });
    await act(admin, { intent: "create", name: "New", colour: "red" });
    await tag(member, customerId, "new");
    expect(await counts(admin)).toEqual([["New", 1]]);
  });

  test("are renamed, but not to another's name", async () => {
    const member = await createMember(database);
    await act(member, { intent: "create", name: "Borong", colour: "red" });
    await act(member, { intent: "create", name: "Ejen", colour: "blue" });
    await expect(act(member, { intent: "create", name: "ejen", colour: "red" })).rejects.toMatchObject({
      fields: { name: "tags:errors.taken" },
    });
    const [borong] = await listTags(member.context("tags.manage"));
    const update = { intent: "update", id: borong?.id ?? "", colour: "green" };
    await expect(act(member, { ...update, name: "EJEN" })).rejects.toMatchObject({ code: "conflict" });
    await act(member, { ...update, name: "BORONG" });
    expect(await counts(member)).toEqual([
      ["BORONG", 0],
      ["Ejen", 0],
    ]);
  });

  test("take a name once, also when ten are given it at the same moment", async () => {
    const member = await createMember(database);
    const names = Array.from({ length: 10 }, (_, i) => `Tag ${i}`);
    for (const name of names) await act(member, { intent: "create", name, colour: "red" });
    const made = await listTags(member.context("tags.manage"));
    const renamed = await Promise.allSettled(
      made.map(({ id }) => act(member, { intent: "update", id, name: "Ejen", colour: "red" })),
    );
    const refused = renamed.filter((one) => one.status === "rejected").map(({ reason }) => reason.messageKey);
    expect(refused).toEqual(Array.from({ length: 9 }, () => "tags:errors.taken"));
  });

  test("merge into one: whoever had either has it once", async () => {
    const member = await createMember(database);
    const [a, b] = [
      await createCustomer(database, member.orgId),
      await createCustomer(database, member.orgId),
    ];
    const from = await tag(member, a, "wholesale");
    await tag(member, a, "borong");
    await tag(member, b, "wholesale");
    const into =
      (await listTags(member.context("tags.manage"))).find(({ name }) => name === "borong")?.id ?? "";
    await act(member, { intent: "merge", id: from, into });
    expect(await counts(member)).toEqual([["borong", 2]]);
    await act(member, { intent: "delete", id: into });
    expect(await counts(member)).toEqual([]);
  });

  test("of another organization are not found, and neither are its customers", async () => {
    const [member, other] = [await createMember(database), await createMember(database)];
    const customerId = await createCustomer(database, member.orgId);
    const id = await tag(member, customerId, "Ours");
    await expect(act(other, { intent: "delete", id })).rejects.toMatchObject({ code: "not_found" });
    await expect(tag(other, customerId, "Theirs")).rejects.toMatchObject({ code: "not_found" });
    const untag = untagCustomer(other.context("customers.edit"), { customerId, tagId: id });
    await expect(untag).rejects.toMatchObject({ code: "not_found" });
    expect(await counts(member)).toEqual([["Ours", 1]]);
  });
});
