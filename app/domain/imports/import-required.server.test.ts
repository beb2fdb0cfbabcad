import { beforeEach, describe, expect, test } from "vitest";
import { customerState, orderState, person } from "../../../tests/factories/canonical";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createField, createTag } from "../../../tests/factories/field-rows";
import { bringFile, type ImportedFile, workOn } from "../../../tests/factories/imported-file";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { tellEvents } from "../../../tests/factories/tell-events";
import { createTestDatabase } from "../../../tests/setup/database";
import type { FieldDefinition } from "../fields/field-types";
import { MOST_TAGS } from "../tags/tag-limits";

const database = await createTestDatabase();
const { owner } = database;
let member: TestMember;
let size: FieldDefinition & { key: string };

beforeEach(async () => {
  member = await createMember(database);
  const { orgId } = member;
  size = await createField(database, orgId, { type: "text", key: "size", isRequired: true });
  await createField(database, orgId, { type: "number", key: "points", isRequired: true, defaultValue: "10" });
  await createField(database, orgId, { type: "date", key: "since", defaultValue: "no date" });
});

async function run(file: ImportedFile) {
  const importId = await bringFile(member, file);
  await workOn(database, member, { importId, intent: "rehearse" });
  await workOn(database, member, { importId, intent: "run" });
  const [one] = (await owner.query("SELECT counts, rehearsal FROM imports WHERE id = $1", [importId])).rows;
  expect(one.rehearsal.counts).toEqual(one.counts);
  return { importId, counts: one.counts, examples: one.rehearsal.examples };
}

const customers = (columns: string[], ...rows: string[][]) =>
  run({ columns, rows, settings: { key: "email" } });

/** What custom fields hold, by customer. */
const values = async () =>
  (
    await owner.query(
      `SELECT c.email, f.key || ' ' || coalesce(v.text_value, v.number_value::text) || ' ' || v.source AS value
       FROM customers c LEFT JOIN custom_field_values v ON (v.org_id, v.customer_id) = (c.org_id, c.id)
         LEFT JOIN custom_fields f ON (f.org_id, f.id) = (v.org_id, v.field_id)
       WHERE c.org_id = $1 AND c.deleted_at IS NULL ORDER BY c.email, f.key`,
      [member.orgId],
    )
  ).rows.map(({ email, value }) => `${email} ${value ?? "nothing"}`);

describe("custom fields of customers whom an import makes", () => {
  test("are asked for where they are required, and begin with their default", async () => {
    const custom = `custom:${size.id}`;
    const { counts, examples } = await customers(
      ["email", custom],
      ["a@contoh.my", "S"],
      ["b@contoh.my", ""],
      ["a@contoh.my", ""],
    );
    expect(counts).toEqual({ created: 1, changed: 0, skipped: 1, rejected: 1 });
    const problem = { column: 1, code: "fieldRequired", found: "", values: { name: "size" } };
    expect(examples.rejected[0].problems).toEqual([problem]);
    expect(await values()).toEqual(["a@contoh.my points 100000 import", "a@contoh.my size S import"]);
    const without = await customers(["email", "name"], ["a@contoh.my", "Aina"], ["c@contoh.my", "Chong"]);
    expect(without.counts).toMatchObject({ changed: 1, rejected: 1 });
    expect(without.examples.rejected[0].problems).toEqual([{ ...problem, column: null }]);
  });

  test("go to the trash with whom they were made for", async () => {
    const { importId } = await customers(["email", `custom:${size.id}`], ["a@contoh.my", "S"]);
    await workOn(database, member, { importId, intent: "undo" });
    expect(await values()).toEqual([]);
  });

  test("refuse nobody who bought, in a file or by a shop's telling, and begin with their default", async () => {
    const orders = {
      noun: "orders",
      columns: ["order", "placedAt", "total", "email"],
      rows: [["1", "1/2/2026", "5", "a@contoh.my"]],
      settings: { key: "order" },
    } as const;
    const { importId, counts } = await run({
      ...orders,
      columns: [...orders.columns],
      rows: [[...orders.rows[0]]],
    });
    expect(counts).toMatchObject({ created: 1, rejected: 0 });
    const shop = await createConnectedShop((text, given) => owner.query(text, given), {
      orgId: member.orgId,
    });
    const told = (email: string) => person({ email });
    const sourceTime = "2026-11-20T00:00:00.000Z";
    const again = { ...customerState({ externalId: "7", person: told("c@contoh.my") }) };
    await tellEvents(database, shop, [
      { kind: "order.state", sourceTime, order: orderState({ person: told("b@contoh.my") }) },
      { kind: "customer.state", sourceTime, customer: again },
    ]);
    expect(await values()).toEqual([
      "a@contoh.my points 100000 import",
      "b@contoh.my points 100000 shop",
      "c@contoh.my points 100000 shop",
    ]);
    await owner.query("UPDATE custom_field_values SET number_value = 5 WHERE org_id = $1", [member.orgId]);
    await tellEvents(database, shop, [
      {
        kind: "order.state",
        sourceTime,
        order: orderState({ externalId: "8", person: told("b@contoh.my") }),
      },
    ]);
    expect((await values())[1]).toBe("b@contoh.my points 5 shop");
    await workOn(database, member, { importId, intent: "undo" });
    expect(await values()).toHaveLength(2);
  });
});

test("tags without room are left out in the order of the file, said of each row, and say nothing new again", async () => {
  await owner.query(
    `INSERT INTO tags (org_id, id, name, folded, colour)
     SELECT $1, gen_random_uuid(), 'tag ' || i, 'tag ' || i, 'blue' FROM generate_series(1, $2) i`,
    [member.orgId, MOST_TAGS - 2],
  );
  await createTag(database, member.orgId, "Lama");
  await owner.query("UPDATE custom_fields SET is_required = false WHERE org_id = $1", [member.orgId]);
  const rows = [
    ["a@contoh.my", "Zaitun, Lama"],
    ["b@contoh.my", "Anggur; zaitun"],
    ["c@contoh.my", "Betik"],
  ];
  const file = { columns: ["email", "tags"], rows, settings: { key: "email" }, partRows: 1 } as const;
  const { counts, examples } = await run({ ...file, columns: [...file.columns] });
  expect(counts).toEqual({ created: 3, changed: 0, skipped: 0, rejected: 0, untagged: 2 });
  expect(examples.created[1]).toMatchObject({
    problems: [{ code: "noRoomForTags", found: "Anggur", values: { most: MOST_TAGS } }],
  });
  expect(examples.created[1].diffs).toContainEqual({ field: "tags", before: null, after: "zaitun" });
  const tagged = await owner.query(
    `SELECT string_agg(c.email || ' ' || t.name, ', ' ORDER BY c.email, t.name) AS all FROM customer_tags ct
       JOIN customers c ON (c.org_id, c.id) = (ct.org_id, ct.customer_id)
       JOIN tags t ON (t.org_id, t.id) = (ct.org_id, ct.tag_id) WHERE ct.org_id = $1`,
    [member.orgId],
  );
  expect(tagged.rows).toEqual([{ all: "a@contoh.my Lama, a@contoh.my Zaitun, b@contoh.my Zaitun" }]);
  const again = await run({ ...file, columns: [...file.columns] });
  expect(again.counts).toEqual({ created: 0, changed: 0, skipped: 3, rejected: 0, untagged: 2 });
});
