import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { createTestDatabase } from "../tests/setup/database";
import { migrateDatabase } from "./migrate";
import { databaseUrl, OWNER } from "./postgres/roles";
import { Refusal } from "./refusal";

const database = await createTestDatabase();
const name = new URL(database.url).pathname.slice(1);
const ownerUrl = databaseUrl(OWNER, inject("databaseServer").postgresPort, name);
const folder = mkdtempSync(join(tmpdir(), "migrations-"));
afterAll(() => rmSync(folder, { recursive: true }));

// Later than every migration of the project, as a new one is.
const LATER = Date.UTC(2100, 0);

const first = "CREATE TABLE added (id int);\n--> statement-breakpoint\nCREATE INDEX ON added (id);";
const second = "CREATE TABLE once (id int);";

/** A migrations folder that goes on from what the template database ran. */
function write(migrations: Record<string, string>): void {
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries = Object.keys(migrations).map((tag, idx) => ({
    idx,
    when: LATER + idx,
    tag,
    breakpoints: true,
  }));
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ entries }));
  for (const [tag, sql] of Object.entries(migrations)) writeFileSync(join(folder, `${tag}.sql`), sql);
}

test("applies what is new once, as the owner", async () => {
  write({ first });
  expect(await migrateDatabase(ownerUrl, { folder })).toBe(1);
  expect(await migrateDatabase(ownerUrl, { folder })).toBe(0);
  const table = await database.owner.query("SELECT tableowner FROM pg_tables WHERE tablename = 'added'");
  expect(table.rows).toEqual([{ tableowner: OWNER.name }]);
});

test("lets two migrators of one database take turns", async () => {
  write({
    first,
    second,
  });
  const applied = await Promise.all([
    migrateDatabase(ownerUrl, { folder }),
    migrateDatabase(ownerUrl, { folder }),
  ]);
  expect(applied.sort()).toEqual([0, 1]);
});

test("undoes a migration that fails and names the statement", async () => {
  write({
    first,
    second,
    third: "CREATE TABLE undone (id int);\n--> statement-breakpoint\nSELECT missing FROM undone;",
  });
  const failure = migrateDatabase(ownerUrl, { folder });
  await expect(failure).rejects.toThrow(Refusal);
  await expect(failure).rejects.toThrow(/column "missing" does not exist[\s\S]*SELECT missing FROM undone/);
  const table = await database.owner.query("SELECT to_regclass('undone') AS name");
  expect(table.rows).toEqual([{ name: null }]);
});

test("says when a migration was changed after it ran", async () => {
  write({ first: "CREATE TABLE added (id bigint);", second });
  await expect(migrateDatabase(ownerUrl, { folder })).rejects.toThrow(/append-only/);
});

test("gives up on a lock that is never released, without changing anything", async () => {
  const holder = await database.owner.connect();
  await holder.query("BEGIN; LOCK TABLE added IN ACCESS SHARE MODE");
  write({
    first,
    second,
    blocked: "ALTER TABLE added ADD COLUMN late int;",
  });
  await expect(migrateDatabase(ownerUrl, { folder, tries: 2 })).rejects.toThrow(/lock timeout/);
  await holder.query("ROLLBACK");
  holder.release();
  expect(await migrateDatabase(ownerUrl, { folder })).toBe(1);
});

test("says when the database cannot be reached", async () => {
  await expect(migrateDatabase("postgresql://a:b@127.0.0.1:1/c", { folder })).rejects.toThrow(
    /cannot be reached/,
  );
});
