import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { bulkWork } from "../../../tests/factories/bulk-work";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const { owner } = database;
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;

let admin: TestMember;
let bulk: ReturnType<typeof bulkWork>;
beforeEach(async () => {
  admin = await createMember(database);
  bulk = bulkWork(database, admin);
});

/** A field of the organization, and what customers hold in it. */
async function createField(row: { type: string; isRequired?: boolean; isUnique?: boolean }): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO custom_fields (org_id, id, key, name, type, is_required, is_unique, position)
     VALUES ($1, $2, $3, $3, $4, $5, $6, 1)`,
    [admin.orgId, id, `f${id}`, row.type, row.isRequired ?? false, row.isUnique ?? false],
  );
  return id;
}
const heldIn = async (fieldId: string) =>
  rows(
    "SELECT customer_id, text_value, number_value FROM custom_field_values WHERE field_id = $1 ORDER BY 1",
    [fieldId],
  );

describe("a change of a custom field", () => {
  test("fills it in for all, and its undoing gives each what it held", async () => {
    const [fieldId, ids] = [await createField({ type: "text" }), await bulk.createCustomers(2)];
    const [first = "", second = ""] = ids;
    await bulk.change({ act: { kind: "set_field", fieldId, value: "Ejen" }, ids: [first] });
    const before = await rows("SELECT * FROM custom_field_values WHERE field_id = $1", [fieldId]);
    const made = await bulk.change({ act: { kind: "set_field", fieldId, value: "Borong" }, ids: ids });
    expect(await heldIn(fieldId)).toEqual(
      ids.map((id) => ({ customer_id: id, text_value: "Borong", number_value: null })),
    );
    expect(await bulk.undo(made.changeId)).toMatchObject({ undone: 2, kept: 0 });
    expect(await rows("SELECT * FROM custom_field_values WHERE field_id = $1", [fieldId])).toEqual(before);
    expect(second).not.toBe("");
  });

  test("empties it, and its undoing fills it in again but where somebody did so since", async () => {
    const [fieldId, ids] = [await createField({ type: "number" }), await bulk.createCustomers(3)];
    await bulk.change({ act: { kind: "set_field", fieldId, value: "12.5" }, ids: ids });
    const made = await bulk.change({ act: { kind: "clear_field", fieldId }, ids: ids });
    expect(await heldIn(fieldId)).toEqual([]);
    const [edited = ""] = ids;
    await bulk.change({ act: { kind: "set_field", fieldId, value: "7" }, ids: [edited] });
    expect(await bulk.undo(made.changeId)).toMatchObject({ undone: 2, kept: 1 });
    expect((await heldIn(fieldId)).map(({ number_value }) => number_value)).toEqual([
      "70000",
      "125000",
      "125000",
    ]);
  });

  test("leaves alone who holds the value already", async () => {
    const [fieldId, ids] = [await createField({ type: "text" }), await bulk.createCustomers(2)];
    await bulk.change({ act: { kind: "set_field", fieldId, value: "Ejen" }, ids: ids });
    const again = await bulk.change({ act: { kind: "set_field", fieldId, value: "Ejen" }, ids: ids });
    expect(again).toMatchObject({ changed: 0, failed: 0 });
  });

  test.each([
    [{ type: "number" }, { kind: "set_field", value: "dua belas" }, "errors:bulk.fieldValue"],
    [{ type: "text", isUnique: true }, { kind: "set_field", value: "x" }, "errors:bulk.fieldUnique"],
    [{ type: "text", isRequired: true }, { kind: "clear_field" }, "errors:bulk.fieldRequired"],
  ] as const)("of %j is refused %j", async (field, act, messageKey) => {
    const fieldId = await createField(field);
    const ids = await bulk.createCustomers(1);
    await expect(bulk.change({ act: { ...act, fieldId }, ids: ids })).rejects.toMatchObject({ messageKey });
    const elsewhere = await createMember(database);
    await expect(bulk.change({ act: { ...act, fieldId }, ids: ids }, elsewhere)).rejects.toMatchObject({
      messageKey: "errors:bulk.fieldGone",
    });
  });
});
