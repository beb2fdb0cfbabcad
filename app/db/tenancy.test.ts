import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { createMember } from "../../tests/factories/org-context";
import { createTestDatabase } from "../../tests/setup/database";

const database = await createTestDatabase();
const { owner } = database;

/** Tables with org_id that are not partitions of another. */
const TENANT_TABLES = `
  SELECT c.oid, c.relname AS name, c.relrowsecurity AS is_bound, c.relforcerowsecurity AS is_forced
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

/** What a policy lets through, as the catalogue writes it. */
const OWN_ROWS = "(org_id = ( SELECT app_org_id() AS app_org_id))";

/** Foreign keys between tenant tables that do not carry org_id on both sides. */
const LOOSE_KEYS = `
  WITH tenant AS (${TENANT_TABLES})
  SELECT conrelid::regclass::text AS child, conname AS name
  FROM pg_constraint
  WHERE contype = 'f' AND conrelid IN (SELECT oid FROM tenant) AND confrelid IN (SELECT oid FROM tenant)
    AND NOT EXISTS (
      SELECT FROM unnest(conkey, confkey) AS pair (child_column, parent_column)
      JOIN pg_attribute c ON c.attrelid = conrelid AND c.attnum = child_column
      JOIN pg_attribute p ON p.attrelid = confrelid AND p.attnum = parent_column
      WHERE c.attname = 'org_id' AND p.attname = 'org_id')`;

async function inRolledBack<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    return await work(client);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const findUnbound = async (client: pg.Pool | pg.PoolClient) =>
  (
    await client.query(
      `SELECT t.name FROM (${TENANT_TABLES}) t
       WHERE NOT t.is_bound OR NOT t.is_forced
         OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid)
         OR EXISTS (
           SELECT FROM pg_policy p WHERE p.polrelid = t.oid
             AND (pg_get_expr(polqual, polrelid) IS DISTINCT FROM $1
               OR pg_get_expr(polwithcheck, polrelid) IS DISTINCT FROM $1))`,
      [OWN_ROWS],
    )
  ).rows;

const tables = (await owner.query<{ name: string }>(TENANT_TABLES)).rows.map(({ name }) => name).sort();

describe("the catalogue", () => {
  test("has tables with org_id", () => {
    expect(tables.length).toBeGreaterThan(15);
  });

  test.each(tables)("binds %s to the transaction's organization, its owner included", async (name) => {
    expect(await findUnbound(owner)).not.toContainEqual({ name });
  });

  test("links tenant tables by composite keys only", async () => {
    expect((await owner.query(LOOSE_KEYS)).rows).toEqual([]);
  });

  test("finds a planted table without a policy, one whose policy lets all through, and a planted loose key", async () => {
    await inRolledBack(async (client) => {
      await client.query("ALTER POLICY tenant ON products USING (true)");
      expect(await findUnbound(client)).toEqual([{ name: "products" }]);
      await client.query("DROP POLICY tenant ON products");
      await client.query("SELECT bind_tenant_tables()");
      await client.query("CREATE TABLE planted (org_id uuid NOT NULL, id uuid UNIQUE)");
      expect(await findUnbound(client)).toEqual([{ name: "planted" }]);
      await client.query(
        "CREATE TABLE loose (org_id uuid NOT NULL, planted_id uuid REFERENCES planted (id))",
      );
      expect((await client.query(LOOSE_KEYS)).rows).toHaveLength(1);
    });
  });

  test("gives the app a role that owns nothing, bypasses nothing and cannot reach partitions directly", async () => {
    const role = await owner.query(
      "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'orucrm_app'",
    );
    expect(role.rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
    const owned = await owner.query(
      "SELECT relname FROM pg_class WHERE relowner = 'orucrm_app'::regrole AND relnamespace = 'public'::regnamespace",
    );
    expect(owned.rows).toEqual([]);
    const open = await owner.query(
      `SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'
       AND has_table_privilege('orucrm_app', oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    );
    expect(open.rows).toEqual([]);
  });

  test("keeps users, sessions and email tokens behind functions", async () => {
    for (const table of ["users", "sessions", "email_tokens"]) {
      const { rows } = await owner.query(
        "SELECT has_table_privilege('orucrm_app', $1::regclass, 'SELECT, INSERT, UPDATE, DELETE') AS is_open",
        [table],
      );
      expect(rows, table).toEqual([{ is_open: false }]);
    }
  });

  test("fixes the search path of every function that runs as its owner, and opens none to everybody", async () => {
    const { rows } = await owner.query(
      `SELECT proname FROM pg_proc p
       WHERE pronamespace = 'public'::regnamespace AND proowner = 'orucrm_owner'::regrole
         AND ((prosecdef AND NOT coalesce(array_to_string(proconfig, ','), '') LIKE '%search_path=pg_catalog%')
           OR has_function_privilege('public', oid, 'EXECUTE'))`,
    );
    expect(rows).toEqual([]);
  });
});

describe("as the app", () => {
  test("without an organization no tenant row is visible and none can be written", async () => {
    await createMember(database);
    const client = await connectAsApp();
    const seen = await client.query("SELECT count(*)::int AS n FROM memberships");
    expect(seen.rows).toEqual([{ n: 0 }]);
    const write = client.query(
      "INSERT INTO shops (id, platform, name, currency) VALUES (gen_random_uuid(), 'woocommerce', 'x', 'MYR')",
    );
    await expect(write).rejects.toThrow();
    await client.end();
  });

  test("a row that names another organization is refused", async () => {
    const [mine, other] = [await createMember(database), await createMember(database)];
    const client = await connectAsApp();
    await client.query("BEGIN");
    await client.query("SELECT enter($1, $2)", [mine.sessionId, mine.slug]);
    const write = client.query(
      "INSERT INTO shops (org_id, id, platform, name, currency) VALUES ($1, $2, 'woocommerce', 'x', 'MYR')",
      [other.orgId, randomUUID()],
    );
    await expect(write).rejects.toThrow("row-level security");
    await client.end();
  });

  test("two organizations in turn on one connection never see each other", async () => {
    const members = [await createMember(database), await createMember(database)];
    const client = await connectAsApp();
    for (let turn = 0; turn < 400; turn++) {
      const member = members[turn % 2];
      if (!member) continue;
      await client.query("BEGIN");
      await client.query("SELECT enter($1, $2)", [member.sessionId, member.slug]);
      const { rows } = await client.query("SELECT DISTINCT org_id FROM memberships");
      expect(rows).toEqual([{ org_id: member.orgId }]);
      await client.query(turn % 3 === 0 ? "ROLLBACK" : "COMMIT");
    }
    const after = await client.query("SELECT count(*)::int AS n FROM memberships");
    expect(after.rows).toEqual([{ n: 0 }]);
    await client.end();
  });

  test("two organizations ten thousand times in turn on one connection never see each other", async () => {
    const [one, other] = [await createMember(database), await createMember(database)];
    const turns = [one, other].map(
      (member) => `ARRAY['${member.sessionId}', '${member.slug}', '${member.orgId}']`,
    );
    const client = await connectAsApp();
    await client.query(`DO $$
      DECLARE
        v_turns text[] := ARRAY[${turns.join(", ")}];
        v_at integer;
      BEGIN
        FOR turn IN 1..10000 LOOP
          v_at := 1 + turn % 2;
          PERFORM enter(v_turns[v_at][1]::uuid, v_turns[v_at][2]);
          IF EXISTS (SELECT FROM memberships WHERE org_id <> v_turns[v_at][3]::uuid)
            OR NOT EXISTS (SELECT FROM memberships) THEN
            RAISE EXCEPTION 'turn % saw another organization', turn;
          END IF;
          IF turn % 3 = 0 THEN ROLLBACK; ELSE COMMIT; END IF;
          IF EXISTS (SELECT FROM memberships) THEN
            RAISE EXCEPTION 'turn % left its organization behind', turn;
          END IF;
        END LOOP;
      END $$`);
    await client.end();
  });

  async function connectAsApp(): Promise<pg.Client> {
    // Straight to Postgres: the Neon endpoint is not what is tested here.
    const { rows } = await owner.query(
      "SELECT current_setting('port')::int AS port, current_database() AS name",
    );
    const { username, password } = new URL(database.url);
    const client = new pg.Client({
      host: "127.0.0.1",
      port: rows[0].port,
      database: rows[0].name,
      user: username,
      password,
    });
    await client.connect();
    return client;
  }
});
