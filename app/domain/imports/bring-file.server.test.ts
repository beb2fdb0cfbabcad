import { expect, test } from "vitest";
import { sha256Hex } from "~/lib/sha256-hex";
import { bringFile } from "../../../tests/factories/imported-file";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { isAllowed, ROLES } from "../organizations/permissions";
import { completeImport } from "./complete-import.server";
import { createImport } from "./create-import.server";
import { getImport } from "./imports-queries.server";
import { readSample } from "./read-sample.server";
import { storeImportPart } from "./store-import-part.server";

const database = await createTestDatabase();
const NEW = {
  ...{ noun: "orders" as const, fileName: "jualan.csv", fileSize: 100, contentHash: "a".repeat(64) },
  ...{ columns: ["No. Pesanan", "Jumlah"], encoding: "utf-8", delimiter: ",", sheet: null },
};
const PARTS = [
  {
    from: 1,
    rows: [
      ["1", "5.00"],
      ["2", "6.00"],
    ],
  },
  { from: 3, rows: [["3", "7.00"]] },
];

test("an upload that was broken off goes on where it was, and sends no part twice", async () => {
  const member = await createMember(database);
  const ctx = () => member.context("imports.run");
  const send = async (importId: string, part: number) => {
    const body = JSON.stringify(PARTS[part]);
    const bytes = new TextEncoder().encode(body);
    return storeImportPart(ctx(), { importId, part, bytes, hash: await sha256Hex(body) });
  };
  const begun = await createImport(ctx(), NEW);
  const { hash } = await send(begun.id, 0);
  const whole = { importId: begun.id, rowCount: 3, partCount: 2 };
  await expect(completeImport(ctx(), whole)).rejects.toMatchObject({
    messageKey: "imports:errors.partsMissing",
  });

  const again = await createImport(ctx(), NEW);
  expect(again).toMatchObject({ id: begun.id, parts: [{ part: 0, hash }] });
  await send(again.id, 1);
  await completeImport(ctx(), whole);
  expect(await getImport(ctx(), { importId: begun.id })).toMatchObject({ state: "matching", rowCount: 3 });
  expect(member.archive.stored.size).toBe(2);
  const { rows } = await database.owner.query(
    "SELECT count(*)::int AS imports FROM imports WHERE org_id = $1",
    [member.orgId],
  );
  expect(rows).toEqual([{ imports: 1 }]);
});

test("an import that is opened elsewhere shows examples of its cells, until it runs or its file is gone", async () => {
  const member = await createMember(database);
  const ctx = () => member.context("imports.run");
  const rows = [
    ["Aina", "aina@contoh.my"],
    ["x".repeat(300), "borhan@contoh.my"],
  ];
  const importId = await bringFile(member, { columns: ["name", "email"], rows, settings: { key: "email" } });
  const file = await getImport(ctx(), { importId });
  expect(await readSample(member.archive, member.orgId, file)).toEqual([
    rows[0],
    ["x".repeat(100), "borhan@contoh.my"],
  ]);
  expect(await readSample(member.archive, member.orgId, { ...file, state: "running" })).toEqual([]);
  const other = await createMember(database);
  await expect(getImport(other.context("imports.run"), { importId })).rejects.toThrow("not_found");
  expect(await readSample(member.archive, other.orgId, file)).toEqual([]);
  member.archive.stored.clear();
  expect(await readSample(member.archive, member.orgId, file)).toEqual([]);
});

test("whoever may import sees contacts, so that a file's rows show nobody what they may not see", () => {
  const importers = ROLES.filter((role) => isAllowed(role, "imports.run"));
  expect(importers.filter((role) => !isAllowed(role, "contacts.view"))).toEqual([]);
});
