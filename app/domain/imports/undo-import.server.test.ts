import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { bringFile, type ImportedFile, workOn } from "../../../tests/factories/imported-file";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const { owner } = database;
let member: TestMember;

beforeEach(async () => {
  member = await createMember(database);
});

const COLUMNS = ["name", "email", "phone", "tags", "city", "company"];
const SETTINGS: ImportedFile["settings"] = { key: "email" };

async function importRows(rows: string[][]): Promise<string> {
  const importId = await bringFile(member, { columns: COLUMNS, rows, settings: SETTINGS, partRows: 3 });
  await workOn(database, member, { importId, intent: "rehearse" });
  await workOn(database, member, { importId, intent: "run" });
  return importId;
}

const undo = (importId: string) => workOn(database, member, { importId, intent: "undo" });

/** Everything of the customers outside of the trash that people see, and by what they are known. */
const picture = async () =>
  (
    await owner.query(
      `SELECT id, name, email, phone, city, company, search_text,
         (SELECT array_agg(tag_id ORDER BY tag_id) FROM customer_tags t WHERE (t.org_id, t.customer_id) = (c.org_id, c.id)) AS tags,
         (SELECT array_agg(kind || value ORDER BY kind, value) FROM identities i
           WHERE (i.org_id, i.customer_id) = (c.org_id, c.id)) AS identities
       FROM customers c WHERE org_id = $1 AND deleted_at IS NULL AND merged_into IS NULL ORDER BY id`,
      [member.orgId],
    )
  ).rows;
const undoOf = async (id: string) =>
  (await owner.query("SELECT state, undo FROM imports WHERE id = $1", [id])).rows[0];

/** A person sets the customer's company, which stands from then on. */
const setCompany = (email: string) =>
  owner.query(
    `UPDATE customers SET company = 'Diubah', profile = jsonb_set(profile, '{company}',
       '{"value": "Diubah", "at": "2026-11-23T12:00:00.000Z", "hash": "p", "source": "person"}')
     WHERE org_id = $1 AND email = $2`,
    [member.orgId, email],
  );

const BEFORE = [
  ["Aina", "aina@example.com", "", "", "Ipoh", ""],
  ["Borhan", "borhan@example.com", "0123456780", "Lama", "", "Borhan Sdn Bhd"],
];

describe("undoing an import", () => {
  test("gives back each field, tag and contact, and puts what it made into the trash", async () => {
    await importRows(BEFORE);
    const before = await picture();
    const id = await importRows([
      ["Aina Wati", "aina@example.com", "0123456799", "VIP", "Melaka", ""],
      ["", "aina@example.com", "", "Raya", "Muar", "Aina Enterprise"],
      ["Chong", "chong@example.com", "", "VIP", "", ""],
    ]);
    expect(await picture()).not.toEqual(before);
    await undo(id);
    expect(await picture()).toEqual(before);
    expect(await undoOf(id)).toEqual({ state: "undone", undo: { restored: 2, trashed: 1, kept: 0 } });
  });

  test("leaves alone whom somebody changed since, and says so", async () => {
    const id = await importRows(BEFORE);
    await setCompany("aina@example.com");
    await undo(id);
    expect(await picture()).toMatchObject([{ name: "Aina", company: "Diubah", city: "Ipoh" }]);
    expect((await undoOf(id)).undo).toEqual({ restored: 0, trashed: 1, kept: 1 });
  });

  test("gives back what an earlier import said where a later one is undone, in any order", async () => {
    await importRows(BEFORE);
    const before = await picture();
    const second = await importRows([["Aina Dua", "aina@example.com", "", "", "", ""]]);
    const third = await importRows([["Aina Tiga", "aina@example.com", "", "", "", ""]]);
    await undo(second);
    expect(await picture()).toMatchObject([{ name: "Aina Tiga" }, { name: "Borhan" }]);
    expect((await undoOf(second)).undo).toEqual({ restored: 0, trashed: 0, kept: 1 });
    await undo(third);
    expect(await picture()).toMatchObject([{ name: "Aina Dua" }, { name: "Borhan" }]);
    expect(before).toHaveLength(2);
  });

  test("is refused a second time", async () => {
    const id = await importRows(BEFORE);
    await undo(id);
    await expect(undo(id)).rejects.toThrow("conflict");
  });

  const cell = (values: string[]) => fc.constantFrom("", ...values);
  const someRow = fc.tuple(
    cell(["Aina", "Borhan", "Chong"]),
    fc.constantFrom("a@example.com", "b@example.com", "c@example.com", "d@example.com"),
    cell(["0123456781", "0123456782", "0123456783"]),
    cell(["VIP", "Raya", "VIP, Raya"]),
    cell(["Ipoh", "Muar"]),
    cell(["Kedai"]),
  );

  test("of any file after any other equals before, but for what was edited between", async () => {
    const rows = fc.array(someRow, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        rows,
        fc.constantFrom(null, "a@example.com", "b@example.com"),
        async (first, file, edited) => {
          member = await createMember(database);
          await importRows(first);
          const before = await picture();
          const id = await importRows(file);
          if (edited) await setCompany(edited);
          await undo(id);
          const withoutEdited = (people: { email: string | null }[]) =>
            people.filter(({ email }) => email !== edited);
          expect(withoutEdited(await picture())).toEqual(withoutEdited(before));
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});
