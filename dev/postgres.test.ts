import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "./postgres";
import { APP, databaseUrl, ensureRolesAndDatabase, OWNER } from "./postgres/roles";

const folder = mkdtempSync(join(tmpdir(), "cluster-"));
const dataDir = join(folder, "postgres");
afterAll(() => rmSync(folder, { recursive: true }));

const start = () => startCluster({ dataDir, isDurable: false });

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe("a cluster", () => {
  test("keeps its data from one start to the next", async () => {
    const first = await start();
    await ensureRolesAndDatabase(first.port, "shop");
    await ask(databaseUrl(OWNER, first.port, "shop"), "CREATE TABLE kept AS SELECT 7 AS n");
    await first.stop();
    const second = await start();
    await ensureRolesAndDatabase(second.port, "shop");
    expect(await ask(databaseUrl(OWNER, second.port, "shop"), "SELECT n FROM kept")).toEqual([{ n: 7 }]);
    await second.stop();
  });

  test("takes the place of a server that a killed process left running", async () => {
    const left = await start();
    const cluster = await start();
    await left.ended;
    await ask(databaseUrl(OWNER, cluster.port, "shop"), "SELECT 1");
    await cluster.stop();
  });

  test("starts although a killed server's lock file names a process that is now another program", async () => {
    const lock = join(dataDir, "postmaster.pid");
    writeFileSync(lock, `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n0\nready\n`);
    const cluster = await start();
    expect(readFileSync(lock, "utf8").split("\n")[0]).not.toBe(String(process.pid));
    await cluster.stop();
  });

  test("refuses data of another major version and leaves it alone", async () => {
    const old = join(folder, "old");
    mkdirSync(old);
    writeFileSync(join(old, "PG_VERSION"), "17\n");
    await expect(startCluster({ dataDir: old, isDurable: true })).rejects.toThrow(/written by PostgreSQL 17/);
    expect(readFileSync(join(old, "PG_VERSION"), "utf8")).toBe("17\n");
  });
});

describe("the roles", () => {
  const using = async (work: (cluster: Cluster) => Promise<void>) => {
    const cluster = await start();
    try {
      await ensureRolesAndDatabase(cluster.port, "shop");
      await work(cluster);
    } finally {
      await cluster.stop();
    }
  };

  test("let the owner make the extensions without being a superuser, and the app nothing", async () => {
    await using(async ({ port }) => {
      const owner = databaseUrl(OWNER, port, "shop");
      for (const name of ["pg_trgm", "btree_gin", "citext", "unaccent", "pgcrypto"]) {
        await ask(owner, `CREATE EXTENSION ${name}`);
      }
      const attributes = await ask(
        owner,
        "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname LIKE 'orucrm%' ORDER BY 1",
      );
      expect(attributes).toEqual([
        { rolname: APP.name, rolsuper: false, rolbypassrls: false },
        { rolname: OWNER.name, rolsuper: false, rolbypassrls: true },
      ]);
      const asApp = ask(databaseUrl(APP, port, "shop"), "CREATE TABLE mine (id int)");
      await expect(asApp).rejects.toMatchObject({ code: "42501" });
    });
  });

  test("see letters of every script as letters", async () => {
    await using(async ({ port }) => {
      const rows = await ask(
        databaseUrl(OWNER, port, "shop"),
        "SELECT lower('ÉÑŞ') AS low, 'Đặng' ILIKE 'đẶNG' AS alike, similarity('Nurul Ñandú', 'nurul ñandú') AS alike_by_trigram",
      );
      expect(rows).toEqual([{ low: "éñş", alike: true, alike_by_trigram: 1 }]);
    });
  });
});
