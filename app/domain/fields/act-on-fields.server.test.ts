import { describe, expect, test } from "vitest";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { actOnFields } from "./act-on-fields.server";
import { fieldActionSchema } from "./fields.schema";
import { type ListedField, listCustomerFields, listFields } from "./fields-queries.server";
import { setCustomerField } from "./set-customer-field.server";

const database = await createTestDatabase();

const act = (member: TestMember, typed: Record<string, string>) =>
  actOnFields(member.context("fields.manage"), fieldActionSchema.parse(typed));
const fields = (member: TestMember) => listFields(member.context("fields.manage"));
async function make(member: TestMember, typed: Record<string, string>): Promise<ListedField> {
  await act(member, { intent: "create", ...typed });
  const made = (await fields(member)).at(-1);
  if (!made) throw new Error("no field was made");
  return made;
}
const set = (member: TestMember, customerId: string, fieldId: string, value: string) =>
  setCustomerField(member.context("customers.edit"), { customerId, fieldId, value });
const held = async (member: TestMember, customerId: string) =>
  (await listCustomerFields(member.context("customers.view"), customerId)).map(({ name, text }) => [
    name,
    text,
  ]);

describe("custom fields in the settings", () => {
  test("[1.2d] are made with a key of their own, moved, archived and used again", async () => {
    const member = await createMember(database);
    const size = await make(member, { name: "Saiz Baju", type: "text" });
    const again = await make(member, { name: "Saiz baju!", type: "number" });
    expect([size.key, again.key]).toEqual(["saiz_baju", "saiz_baju_2"]);
    expect(size.isPrivate).toBe(true);
    await act(member, { intent: "move", id: again.id, by: "-1" });
    expect((await fields(member)).map(({ id }) => id)).toEqual([again.id, size.id]);
    await act(member, { intent: "archive", id: size.id });
    const customerId = await createCustomer(database, member.orgId);
    expect(await held(member, customerId)).toEqual([["Saiz baju!", ""]]);
    await expect(set(member, customerId, size.id, "M")).rejects.toMatchObject({ code: "not_found" });
    await act(member, { intent: "reopen", id: size.id });
    expect(await set(member, customerId, size.id, "M")).toEqual({ isSet: true });
    expect(await held(member, customerId)).toEqual([
      ["Saiz baju!", ""],
      ["Saiz Baju", "M"],
    ]);
  });

  test("are a hundred at most, also when fifty are made at once", async () => {
    const member = await createMember(database);
    await database.owner.query(
      `INSERT INTO custom_fields (org_id, id, key, name, type, position)
       SELECT $1, gen_random_uuid(), 'field_' || i, 'Field ' || i, 'text', i FROM generate_series(1, 90) i`,
      [member.orgId],
    );
    const made = Array.from({ length: 50 }, (_, i) =>
      act(member, { intent: "create", name: `New ${i}`, type: "text" }),
    );
    const got = await Promise.allSettled(made);
    const refused = got.filter((one) => one.status === "rejected").map(({ reason }) => reason.messageKey);
    expect(refused).toEqual(Array.from({ length: 40 }, () => "fields:errors.full"));
    expect(await fields(member)).toHaveLength(100);
  });

  test("of one name that are made at the same moment are one, or have keys of their own", async () => {
    const member = await createMember(database);
    const twice = [1, 2].map(() => act(member, { intent: "create", name: "Saiz", type: "text" }));
    for (const one of await Promise.allSettled(twice))
      if (one.status === "rejected") expect(one.reason).toMatchObject({ messageKey: "errors:conflict" });
    const keys = (await fields(member)).map(({ key }) => key);
    expect(["saiz", "saiz,saiz_2"]).toContain(keys.sort().join());
  });

  test("a corrected choice keeps what customers have, a used one cannot vanish", async () => {
    const member = await createMember(database);
    const field = await make(member, { name: "Tahap", type: "choice", options: "Emas\nPeruk" });
    const customerId = await createCustomer(database, member.orgId);
    await set(member, customerId, field.id, "peruk");
    const update = { intent: "update", id: field.id, name: "Tahap" };
    await act(member, { ...update, options: "Emas\nPerak" });
    expect(await held(member, customerId)).toEqual([["Tahap", "Perak"]]);
    await expect(act(member, { ...update, options: "Emas" })).rejects.toMatchObject({
      fields: { options: "fields:errors.optionUsed" },
    });
    await expect(act(member, { ...update, options: "" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("turning uniqueness on compares what is there, and tells what stands in the way", async () => {
    const member = await createMember(database);
    const field = await make(member, { name: "Nombor ahli", type: "text" });
    const [a, b] = [
      await createCustomer(database, member.orgId),
      await createCustomer(database, member.orgId),
    ];
    await set(member, a, field.id, "A-1");
    await set(member, b, field.id, "a-1");
    const update = { intent: "update", id: field.id, name: "Nombor ahli", isUnique: "on" };
    await expect(act(member, update)).rejects.toMatchObject({
      fields: { isUnique: "fields:errors.notUnique" },
    });
    await set(member, b, field.id, "A-2");
    await act(member, update);
    expect(await set(member, b, field.id, "a-1")).toEqual({
      isSet: false,
      taken: { customerId: a, isTrashed: false },
    });
    await act(member, { ...update, isUnique: "off" });
    expect(await set(member, b, field.id, "a-1")).toEqual({ isSet: true });
  });

  test("a default that the field would not take is refused", async () => {
    const member = await createMember(database);
    const typed = { intent: "create", name: "Lahir", type: "date", defaultValue: "semalam" };
    await expect(act(member, typed)).rejects.toMatchObject({
      fields: { defaultValue: "fields:errors.defaultValue" },
    });
  });

  test("of another organization cannot be seen, changed or set", async () => {
    const [member, other] = [await createMember(database), await createMember(database)];
    const field = await make(member, { name: "Ours", type: "number" });
    const customerId = await createCustomer(database, member.orgId);
    await expect(act(other, { intent: "archive", id: field.id })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(set(other, customerId, field.id, "1")).rejects.toMatchObject({ code: "not_found" });
    const theirs = await make(other, { name: "Theirs", type: "number" });
    await expect(set(other, customerId, theirs.id, "1")).rejects.toMatchObject({ code: "not_found" });
    expect((await fields(member)).map(({ archivedAt }) => archivedAt)).toEqual([null]);
  });

  test("that may hold contacts are not shown to roles without contacts", async () => {
    const member = await createMember(database);
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    const words = await make(member, { name: "Words", type: "text" });
    await make(member, { name: "Second phone", type: "number", isPrivate: "on" });
    const points = await make(member, { name: "Points", type: "number" });
    const customerId = await createCustomer(database, member.orgId);
    await set(member, customerId, words.id, "012-345 6789");
    await set(member, customerId, points.id, "5");
    expect(await held(viewer, customerId)).toEqual([["Points", "5"]]);
  });

  test("say what is wrong with a value", async () => {
    const member = await createMember(database);
    const field = await make(member, { name: "Points", type: "number", isRequired: "on" });
    const customerId = await createCustomer(database, member.orgId);
    await expect(set(member, customerId, field.id, "five")).rejects.toMatchObject({
      messageKey: "fields:problems.notNumber",
      values: { found: "five" },
    });
    await expect(set(member, customerId, field.id, "")).rejects.toMatchObject({
      messageKey: "fields:problems.required",
    });
  });
});
