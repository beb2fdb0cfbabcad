import { expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { bringFile, workOn } from "../../../tests/factories/imported-file";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { eraseCustomer } from "../deliveries/erase-customer.server";
import { expireImports } from "./expire-imports.server";

const database = await createTestDatabase();
const { owner } = database;
const FILE = {
  columns: ["name", "email"],
  rows: [
    ["Aina", "aina@example.com"],
    ["Borhan", "borhan@"],
  ],
  settings: { key: "email" as const },
};

async function runFile() {
  const member = await createMember(database);
  const importId = await bringFile(member, FILE);
  await workOn(database, member, { importId, intent: "rehearse" });
  await workOn(database, member, { importId, intent: "run" });
  const expire = () =>
    expireImports({ db: openHttp(database.url), archive: member.archive, now: new Date() });
  const rows = async () =>
    (await owner.query("SELECT count(*)::int AS n FROM import_rows WHERE import_id = $1", [importId])).rows[0]
      .n;
  return { member, importId, expire, rows };
}

test("a file and what undoing it needs are kept for 30 days, and its counts for longer", async () => {
  const { member, importId, expire, rows } = await runFile();
  await expire();
  expect([member.archive.stored.size, await rows()]).toEqual([1, 2]);
  await owner.query("UPDATE imports SET expires_at = now() - interval '1 second' WHERE id = $1", [importId]);
  await expire();
  expect([member.archive.stored.size, await rows()]).toEqual([0, 0]);
  const kept = await owner.query("SELECT counts, rehearsal, expires_at FROM imports WHERE id = $1", [
    importId,
  ]);
  expect(kept.rows[0]).toMatchObject({ counts: { created: 1 }, rehearsal: null, expires_at: null });
  await expect(workOn(database, member, { importId, intent: "undo" })).rejects.toThrow("conflict");
});

test("whoever is erased is in no file, example or before-image of an import either", async () => {
  const { member, importId, expire, rows } = await runFile();
  const found = await owner.query("SELECT id FROM customers WHERE org_id = $1", [member.orgId]);
  await eraseCustomer(member.context("customers.erase"), { customerId: found.rows[0].id });
  await expire();
  expect([member.archive.stored.size, await rows()]).toEqual([0, 0]);
  const kept = await owner.query("SELECT rehearsal FROM imports WHERE id = $1", [importId]);
  expect(kept.rows[0].rehearsal).toBeNull();
  const again = await bringFile(member, FILE);
  await workOn(database, member, { importId: again, intent: "rehearse" });
  const rehearsed = await owner.query("SELECT rehearsal FROM imports WHERE id = $1", [again]);
  expect(rehearsed.rows[0].rehearsal.counts).toMatchObject({ created: 0, rejected: 2 });
});
