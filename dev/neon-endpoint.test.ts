import { randomUUID } from "node:crypto";
import { neon, neonConfig, Pool } from "@neondatabase/serverless";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { createTestDatabase } from "../tests/setup/database";

const database = await createTestDatabase();
const sql = neon(database.url);
const owner = neon(database.ownerUrl);
const { endpointPort } = inject("databaseServer");
const endpoint = `http://127.0.0.1:${endpointPort}`;

/** A socket that is cut while it closes fails nobody any more; unheard, its error would end the run. */
function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 1 });
  pool.on("error", () => undefined);
  return pool;
}

neonConfig.fetchEndpoint = (host, port) => `http://${host}:${port}/sql`;
neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`;
neonConfig.useSecureWebSocket = false;

beforeAll(async () => {
  await owner`CREATE TABLE shelf (id int PRIMARY KEY, label text NOT NULL CHECK (label <> 'forbidden'))`;
  await owner`GRANT ALL ON shelf TO orucrm_app`;
});

describe("queries over HTTP", () => {
  test("bring every type of value back as the driver reads it", async () => {
    const id = randomUUID();
    const [row] = await sql`SELECT ${id}::uuid AS uuid, ${9_007_199_254_740_993n}::bigint AS big,
      ${0.1}::float8 AS float, ${"12.30"}::numeric AS exact, ${true}::boolean AS yes, ${null}::text AS nothing,
      ${"2026-02-03T04:05:06.789Z"}::timestamptz AS moment, ${{ a: [1, "é"] }}::jsonb AS json,
      ${["x", "y,z", null]}::text[] AS list, ${Buffer.from([0, 255])}::bytea AS bytes, ${"O'Brien 陳"} AS text`;
    expect(row).toEqual({
      uuid: id,
      big: "9007199254740993",
      float: 0.1,
      exact: "12.30",
      yes: true,
      nothing: null,
      moment: new Date("2026-02-03T04:05:06.789Z"),
      json: { a: [1, "é"] },
      list: ["x", "y,z", null],
      bytes: Buffer.from([0, 255]),
      text: "O'Brien 陳",
    });
  });

  test("tell command, count and fields with full results", async () => {
    const result = await neon(database.url, {
      fullResults: true,
      arrayMode: true,
    })`SELECT 1 AS one, 'a' AS two`;
    expect(result).toMatchObject({ command: "SELECT", rowCount: 1, rows: [[1, "a"]], rowAsArray: true });
    expect(result.fields.map((field) => [field.name, field.dataTypeID])).toEqual([
      ["one", 23],
      ["two", 25],
    ]);
  });

  test("fail with all that Postgres says about the error", async () => {
    await owner`INSERT INTO shelf VALUES (900, 'taken')`;
    await expect(sql`INSERT INTO shelf VALUES (900, 'again')`).rejects.toMatchObject({
      name: "NeonDbError",
      message: 'duplicate key value violates unique constraint "shelf_pkey"',
      severity: "ERROR",
      code: "23505",
      detail: "Key (id)=(900) already exists.",
      schema: "public",
      table: "shelf",
      constraint: "shelf_pkey",
    });
    await expect(sql`INSERT INTO shelf VALUES (901, NULL)`).rejects.toMatchObject({
      code: "23502",
      column: "label",
    });
    await expect(sql.query("SELECT nonsense")).rejects.toMatchObject({ code: "42703", position: "8" });
  });

  test("refuse a wrong password and an unknown database", async () => {
    const wrong = new URL(database.url);
    wrong.password = "guess";
    await expect(neon(wrong.href)`SELECT 1`).rejects.toMatchObject({ code: "28P01" });
    wrong.password = new URL(database.url).password;
    wrong.pathname = "/nowhere";
    await expect(neon(wrong.href)`SELECT 1`).rejects.toMatchObject({ code: "3D000" });
  });

  test("take one statement at a time", async () => {
    await expect(sql.query("SELECT 1; SELECT 2")).rejects.toMatchObject({ code: "42601" });
  });

  test("run beside each other without mixing answers", async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => sql`SELECT ${i}::int AS i, pg_sleep(${(i % 5) / 1000})`),
    );
    expect(answers.map(([row]) => row?.i)).toEqual(Array.from({ length: 60 }, (_, i) => i));
  });
});

describe("batches over HTTP", () => {
  test("are one transaction that is undone as a whole by any error", async () => {
    const failing = sql.transaction([
      sql`INSERT INTO shelf VALUES (1, 'first')`,
      sql`INSERT INTO shelf VALUES (2, 'forbidden')`,
    ]);
    await expect(failing).rejects.toMatchObject({ code: "23514", constraint: "shelf_label_check" });
    expect(await sql`SELECT id FROM shelf WHERE id IN (1, 2)`).toEqual([]);
    const [inserted, seen] = await sql.transaction([
      sql`INSERT INTO shelf VALUES (1, 'first') RETURNING id`,
      sql`SELECT label FROM shelf WHERE id = 1`,
    ]);
    expect([inserted, seen]).toEqual([[{ id: 1 }], [{ label: "first" }]]);
  });

  test("keep a setting local to the transaction", async () => {
    const [, inside] = await sql.transaction([
      sql`SELECT set_config('app.org_id', 'mine', true)`,
      sql`SELECT current_setting('app.org_id', true) AS org`,
    ]);
    expect(inside).toEqual([{ org: "mine" }]);
  });

  test("follow isolation level, read only and deferrable", async () => {
    const settings = (name: string) => sql`SELECT current_setting(${`transaction_${name}`}) AS is`;
    const [isolation, readOnly, deferrable] = await sql.transaction(
      [settings("isolation"), settings("read_only"), settings("deferrable")],
      { isolationLevel: "Serializable", readOnly: true, deferrable: true },
    );
    expect([isolation, readOnly, deferrable]).toEqual([
      [{ is: "serializable" }],
      [{ is: "on" }],
      [{ is: "on" }],
    ]);
    await expect(
      sql.transaction([sql`INSERT INTO shelf VALUES (3, 'read only')`], { readOnly: true }),
    ).rejects.toMatchObject({ code: "25006" });
  });
});

describe("a session that was used before", () => {
  const visible = () =>
    sql`SELECT current_setting('app.org_id', true) AS org, to_regclass('pg_temp.scratch') AS temp`;

  test("keeps nothing of the former request", async () => {
    for (let i = 0; i < 40; i++) {
      await sql`SELECT set_config('app.org_id', 'somebody else', false)`;
      await sql`CREATE TEMP TABLE scratch (id int)`;
      const [row] = await visible();
      expect(row?.org ?? "").toBe("");
      expect(row?.temp).toBeNull();
    }
  });

  test("is not handed on inside a transaction that a request left open", async () => {
    await Promise.all(Array.from({ length: 12 }, () => sql.query("BEGIN")));
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => sql`INSERT INTO shelf VALUES (${200 + i}, 'kept')`),
    );
    const kept = await database.owner.query("SELECT count(*)::int AS n FROM shelf WHERE label = 'kept'");
    expect(kept.rows).toEqual([{ n: 12 }]);
  });
});

describe("sessions over a WebSocket", () => {
  test("hold an interactive transaction", async () => {
    const pool = openPool(database.url);
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query("INSERT INTO shelf VALUES ($1, $2)", [50, "draft"]);
    expect(await sql`SELECT id FROM shelf WHERE id = 50`).toEqual([]);
    await client.query("ROLLBACK");
    const again = await client.query("SELECT count(*)::int AS n FROM shelf WHERE id = $1", [50]);
    expect(again.rows).toEqual([{ n: 0 }]);
    client.release();
    await pool.end();
  });

  test("carry large values both ways", async () => {
    const pool = openPool(database.url);
    const large = "ж".repeat(3_000_000);
    const result = await pool.query("SELECT $1::text AS back", [large]);
    expect(result.rows[0].back).toBe(large);
    await pool.end();
  });

  test("tell a wrong password", async () => {
    const wrong = new URL(database.url);
    wrong.password = "guess";
    const pool = openPool(wrong.href);
    await expect(pool.query("SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    await pool.end();
  });
});

describe("counting", () => {
  test("sees each HTTP request and each awaited answer of a WebSocket", async () => {
    const before = await database.roundTrips();
    await sql`SELECT 1`;
    await sql.transaction([sql`SELECT 1`, sql`SELECT 2`, sql`SELECT 3`]);
    const pool = openPool(database.url);
    await pool.query("SELECT 1");
    await pool.query("SELECT $1::int", [2]);
    await pool.end();
    const after = await database.roundTrips();
    expect(after.httpRequests - before.httpRequests).toBe(2);
    expect(after.httpQueries - before.httpQueries).toBe(4);
    expect(after.sockets - before.sockets).toBe(1);
    expect(after.socketRoundTrips - before.socketRoundTrips).toBe(2);
  });
});

describe("the endpoint itself", () => {
  const headers = {
    "Neon-Connection-String": database.url,
    "Neon-Raw-Text-Output": "true",
    "Neon-Array-Mode": "true",
  };
  const post = (body: string, more: Record<string, string> = {}) =>
    fetch(`${endpoint}/sql`, { method: "POST", body, headers: { ...headers, ...more } });

  test("refuses a browser, whatever site it shows", async () => {
    const answer = await post('{"query":"SELECT 1"}', { Origin: "https://example.com" });
    expect(answer.status).toBe(403);
  });

  test("says what is wrong with a body, a header or a connection string", async () => {
    for (const answer of [
      await post("not json"),
      await post('{"query":1}'),
      await post('{"query":"SELECT 1"}', { "Neon-Batch-Isolation-Level": "Chaos" }),
      await post('{"query":"SELECT 1"}', { "Neon-Raw-Text-Output": "false" }),
      await post('{"query":"SELECT 1"}', { "Neon-Connection-String": "nonsense" }),
    ]) {
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ message: expect.stringMatching(/not|names no/) });
    }
  });

  test("refuses a body of more than 10 MB", async () => {
    const answer = await post(JSON.stringify({ query: "SELECT 1", params: ["x".repeat(10 * 1024 * 1024)] }));
    expect(answer.status).toBe(413);
  });

  test("knows no other route", async () => {
    expect((await fetch(`${endpoint}/`)).status).toBe(404);
    expect((await fetch(`${endpoint}/sql`)).status).toBe(404);
  });
});
