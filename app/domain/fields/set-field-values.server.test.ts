import { describe, expect, test } from "vitest";
import { sqlState } from "~/db/database-error";
import { inOrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createField } from "../../../tests/factories/field-rows";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import {
  type FieldValueRow,
  findTakenValues,
  setFieldValues,
  takenValue,
  valueBefore,
} from "./set-field-values.server";
import { fromStored } from "./stored-value";

const database = await createTestDatabase();
const { owner } = database;
const { orgId } = await createMember(database);
const STAMP = { source: "person", actorId: null, at: "2026-11-23T00:00:00.000Z" } as const;

const set = (rows: FieldValueRow[], org = orgId) =>
  inOrgTransaction(database.url, org, async (tx) =>
    readRows(valueBefore, await tx.execute(setFieldValues(rows, STAMP))),
  );
const stored = async (customerId: string) =>
  (
    await owner.query(
      "SELECT item, text_value, option_id FROM custom_field_values WHERE customer_id = $1 ORDER BY item",
      [customerId],
    )
  ).rows;

const RED = { id: "00000000-0000-7000-8000-000000000001", label: "Red" };
const BLUE = { id: "00000000-0000-7000-8000-000000000002", label: "Blue" };

describe("setting custom fields of many customers at once", () => {
  test("writes each type's columns, tells what was there before, and clears", async () => {
    const note = await createField(database, orgId, { type: "text" });
    const colours = await createField(database, orgId, { type: "multi_choice", options: [RED, BLUE] });
    const customerId = await createCustomer(database, orgId);
    const both = { type: "multi_choice", optionIds: [RED.id, BLUE.id] } as const;
    const first = await set([
      { customerId, field: note, value: { type: "text", text: "M" } },
      { customerId, field: colours, value: { ...both, optionIds: [...both.optionIds] } },
    ]);
    expect(first.map(({ before }) => before)).toEqual([[], []]);
    expect(await stored(customerId)).toHaveLength(3);
    const second = await set([
      { customerId, field: note, value: null },
      { customerId, field: colours, value: { type: "multi_choice", optionIds: [BLUE.id] } },
    ]);
    const before = new Map(second.map((row) => [row.fieldId, row.before]));
    expect(fromStored("text", before.get(note.id) ?? [])).toEqual({ type: "text", text: "M" });
    expect(fromStored("multi_choice", before.get(colours.id) ?? [])).toEqual(both);
    expect(await stored(customerId)).toEqual([{ item: BLUE.id, text_value: null, option_id: BLUE.id }]);
  });

  test("refuses a unique value that another customer has, also one in the trash, and says who", async () => {
    const field = await createField(database, orgId, { type: "text", isUnique: true });
    const [holder, other] = [await createCustomer(database, orgId), await createCustomer(database, orgId)];
    await set([{ customerId: holder, field, value: { type: "text", text: "Ahli 7" } }]);
    await owner.query("UPDATE customers SET deleted_at = now() WHERE id = $1", [holder]);
    const taken = set([{ customerId: other, field, value: { type: "text", text: "AHLI 7" } }]);
    expect(sqlState(await taken.catch((error: unknown) => error))).toBe("23505");
    const found = await inOrgTransaction(database.url, orgId, async (tx) =>
      readRows(takenValue, await tx.execute(findTakenValues([{ fieldId: field.id, uniqueKey: "ahli 7" }]))),
    );
    expect(found).toEqual([{ fieldId: field.id, uniqueKey: "ahli 7", customerId: holder, isTrashed: true }]);
    await set([{ customerId: holder, field, value: { type: "text", text: "ahli 7" } }]);
  });

  test("leaves out customers of another organization and those that were merged", async () => {
    const other = await createMember(database);
    const theirs = await createField(database, other.orgId, { type: "text" });
    const ours = await createField(database, orgId, { type: "text" });
    const customerId = await createCustomer(database, orgId);
    const merged = await createCustomer(database, orgId, { mergedInto: customerId });
    const value = { type: "text", text: "x" } as const;
    expect(await set([{ customerId, field: theirs, value }], other.orgId)).toEqual([]);
    expect(await set([{ customerId: merged, field: ours, value }])).toEqual([]);
    expect(await stored(customerId)).toEqual([]);
  });
});
