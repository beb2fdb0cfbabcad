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

const FILE: ImportedFile = {
  columns: ["name", "email", "phone", "tags", "city"],
  rows: [
    ["Aisyah binti Omar", "Aisyah@example.com", "012-345 6789", "VIP, Raya", "Ipoh"],
    ["Borhan", "borhan@example.com", "'+60123456780", "", ""],
    ["Tanpa e-mel", "", "0123456781", "", ""],
    ["Salah", "salah@", "123", "", ""],
  ],
  settings: { key: "email" },
};

async function run(file: ImportedFile, by = member) {
  const importId = await bringFile(by, file);
  await workOn(database, by, { importId, intent: "rehearse" });
  await workOn(database, by, { importId, intent: "run" });
  // What a rehearsal says is what happens, in every test.
  const { counts, rehearsal } = await importOf(importId);
  expect(rehearsal.counts).toEqual(counts);
  return importId;
}

const importOf = async (id: string) =>
  (await owner.query("SELECT state, counts, rehearsal FROM imports WHERE id = $1", [id])).rows[0];
const customers = async (orgId = member.orgId) =>
  (
    await owner.query(
      `SELECT name, email, phone, city, deleted_at IS NOT NULL AS trashed,
         (SELECT array_agg(t.name ORDER BY t.name) FROM customer_tags ct JOIN tags t ON (t.org_id, t.id) = (ct.org_id, ct.tag_id)
           WHERE (ct.org_id, ct.customer_id) = (c.org_id, c.id)) AS tags
       FROM customers c WHERE org_id = $1 AND merged_into IS NULL ORDER BY name, email`,
      [orgId],
    )
  ).rows;

describe("an import of customers", () => {
  test("knows one customer by every way of writing a phone, and by no number that was rounded", async () => {
    const written = ["012-345 6789", "60123456789", "+60 12-345 6789", "123456789", "6.0123456789E+10"];
    const names = ["Raj A/L Kumar", "RAJ A/L KUMAR", "Raj a/l Kumar", "Raj A/L Kumar", "Raj A/L Kumar"];
    const columns = ["name", "email", "phone", "tags", "city"];
    const rows = written.map((phone, i) => [names[i] ?? "", "", phone, "", ""]);
    const id = await run({
      columns,
      rows: [...rows, ["Rounded", "", "6.01235E+10", "", ""]],
      settings: { key: "phone" },
    });
    expect(await importOf(id)).toMatchObject({ counts: { created: 1, rejected: 1 } });
    expect(await customers()).toMatchObject([{ name: "Raj A/L Kumar", phone: "+60123456789" }]);
  });

  test("makes customers with their contacts and tags, and names what is wrong with a row", async () => {
    const id = await run(FILE);
    expect(await importOf(id)).toMatchObject({
      state: "done",
      counts: { created: 2, changed: 0, skipped: 0, rejected: 2 },
    });
    expect(await customers()).toEqual([
      {
        name: "Aisyah binti Omar",
        email: "aisyah@example.com",
        phone: "+60123456789",
        city: "Ipoh",
        trashed: false,
        tags: ["Raya", "VIP"],
      },
      {
        name: "Borhan",
        email: "borhan@example.com",
        phone: "+60123456780",
        city: null,
        trashed: false,
        tags: null,
      },
    ]);
    const rejected = await owner.query(
      "SELECT row, problems FROM import_rows WHERE import_id = $1 AND outcome = 'rejected' ORDER BY row",
      [id],
    );
    expect(rejected.rows).toEqual([
      { row: 3, problems: [{ column: 1, code: "keyMissing", found: "" }] },
      {
        row: 4,
        problems: [
          { column: 1, code: "email", found: "salah@" },
          { column: 2, code: "phone", found: "123" },
        ],
      },
    ]);
  });

  test("knows people by email, or by phone where a row has no email, if so chosen", async () => {
    const settings = { key: "emailOrPhone" as const };
    const first = await run({ ...FILE, settings });
    expect((await importOf(first)).counts).toEqual({ created: 3, changed: 0, skipped: 0, rejected: 1 });
    const rows = [
      ["", "", "012-345 6789", "", "Melaka"],
      ["Tanpa e-mel", "ada@example.com", "0123456781", "", ""],
      ["Siapa", "", "", "", ""],
    ];
    const again = await run({ ...FILE, rows, settings });
    expect((await importOf(again)).counts).toEqual({ created: 0, changed: 2, skipped: 0, rejected: 1 });
    expect(await customers()).toMatchObject([
      { email: "aisyah@example.com", city: "Melaka" },
      { name: "Borhan" },
      { name: "Tanpa e-mel", email: "ada@example.com", phone: "+60123456781" },
    ]);
  });

  test("counts rows without any text as skipped, and refuses cells that a spreadsheet could not work out", async () => {
    const rows = [
      ["", " ", "", "", ""],
      ["Aina", "aina@example.com", "#N/A", "", ""],
      ["#REF!", "borhan@example.com", "", "", ""],
    ];
    const id = await run({ ...FILE, rows });
    expect((await importOf(id)).counts).toEqual({ created: 0, changed: 0, skipped: 1, rejected: 2 });
  });

  test("of the same file a second time changes nothing", async () => {
    await run(FILE);
    const before = (
      await owner.query("SELECT * FROM customers WHERE org_id = $1 ORDER BY id", [member.orgId])
    ).rows;
    const id = await run(FILE);
    expect((await importOf(id)).counts).toEqual({ created: 0, changed: 0, skipped: 2, rejected: 2 });
    expect(
      (await owner.query("SELECT * FROM customers WHERE org_id = $1 ORDER BY id", [member.orgId])).rows,
    ).toEqual(before);
  });

  test("says what two rows about one person do as they are applied, also in different parts", async () => {
    const rows = [
      ["Aina", "aina@example.com", "", "", ""],
      ["Aina", "aina@example.com", "", "", ""],
      ["Aina Wati", "aina@example.com", "0123456799", "", ""],
    ];
    const id = await run({ ...FILE, rows, partRows: 1 });
    expect((await importOf(id)).counts).toEqual({ created: 1, changed: 1, skipped: 1, rejected: 0 });
  });

  test("blanks erase nothing, and a shared phone stays with whom it belongs to", async () => {
    await run(FILE);
    const rows = [
      ["", "aisyah@example.com", "", "", "Melaka"],
      ["Chong", "chong@example.com", "012-345 6789", "", ""],
    ];
    await run({ ...FILE, rows });
    expect(await customers()).toMatchObject([
      { name: "Aisyah binti Omar", phone: "+60123456789", city: "Melaka" },
      { name: "Borhan" },
      { name: "Chong", email: "chong@example.com" },
    ]);
  });

  test("only creates, or only updates, as it is told", async () => {
    await run({ ...FILE, rows: [["Aina", "aina@example.com", "", "", ""]] });
    const rows = [
      ["Aina Baharu", "aina@example.com", "", "", ""],
      ["Dewi", "dewi@example.com", "", "", ""],
    ];
    const update = await run({ ...FILE, rows, settings: { key: "email", mode: "update" } });
    expect((await importOf(update)).counts).toMatchObject({ created: 0, changed: 1, skipped: 1 });
    const create = await run({ ...FILE, rows, settings: { key: "email", mode: "create" } });
    expect((await importOf(create)).counts).toMatchObject({ created: 1, changed: 0, skipped: 1 });
  });

  test("of another organization meets none of ours", async () => {
    await run(FILE);
    const other = await createMember(database);
    const id = await run(FILE, other);
    expect((await importOf(id)).counts).toMatchObject({ created: 2 });
    await expect(
      bringFile(member, FILE).then((mine) => workOn(database, other, { importId: mine, intent: "rehearse" })),
    ).rejects.toThrow("not_found");
  });
});
