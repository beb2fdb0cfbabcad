import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const WRANGLER = readFileSync(join(import.meta.dirname, "../../../wrangler.toml"), "utf8");

/** Bindings that keep what they are given. A queue only hands on, a rate limit only counts. */
const KEEPERS =
  /\[\[(?:env\.production\.)?(d1_databases|kv_namespaces|hyperdrive|vectorize|r2_buckets|analytics_engine_datasets|pipelines)\]\]/g;

test("[3.1] the data is stored in PostgreSQL, in tables of their own for customers, orders and products", async () => {
  const { rows } = await database.owner.query("SELECT version() AS version");
  expect(rows[0].version).toMatch(/^PostgreSQL \d/);
  const tables = await database.owner.query(
    `SELECT count(*)::int AS count FROM pg_class
     WHERE relkind IN ('r', 'p') AND relname IN ('customers', 'orders', 'order_items', 'products', 'organizations', 'users')`,
  );
  expect(tables.rows).toEqual([{ count: 6 }]);
});

test("[3.1] no other database is bound: beside it there is one bucket, for archives and anchors", () => {
  const kinds = [...WRANGLER.matchAll(KEEPERS)].map((match) => match[1]);
  expect([...new Set(kinds)]).toEqual(["r2_buckets"]);
  expect(new Set(WRANGLER.match(/bucket_name = "[^"]+"/g))).toEqual(
    new Set(['bucket_name = "orucrm-archive"']),
  );
});

test("the platform's own log keeps no address of a request, in any environment", () => {
  const sections = [...WRANGLER.matchAll(/^\[((?:env\.\w+\.)?observability\.logs)\]\n((?:\w.*\n)*)/gm)];
  expect(sections.map(([, section]) => section)).toEqual(["observability.logs"]);
  expect(sections[0]?.[2]).toContain("invocation_logs = false\n");
});
