import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createMember, type TestMember } from "../../factories/org-context";
import type { BenchDatabase } from "../stage/bench-database";
import { timed } from "../stage/timed";

/** The rows of the file: name, email, phone, city. */
export function fileRows(count: number): string[][] {
  return Array.from({ length: count }, (_, i) => [
    `Aina binti Omar ${i}`,
    `aina${i}@example.com`,
    `011${20_000_000 + i}`,
    "Ipoh",
  ]);
}

export type PlainImport = { member: TestMember; milliseconds: number };

/** The same rows by COPY from the server's disk and upserts in plain SQL, as the owner, in one transaction. */
export async function importPlainly(database: BenchDatabase, rows: string[][]): Promise<PlainImport> {
  const member = await createMember(database);
  const path = join(database.files, "customers.csv");
  writeFileSync(path, `${rows.map((row) => row.join(",")).join("\n")}\n`, { mode: 0o644 });
  const client = await database.owner.connect();
  try {
    const milliseconds = await timed(async () => {
      for (const statement of statements(member.orgId, path)) await client.query(statement);
    });
    return { member, milliseconds };
  } finally {
    client.release(true);
  }
}

function statements(orgId: string, path: string): string[] {
  const identities = (["email", "phone"] as const).map(
    (
      kind,
    ) => `INSERT INTO identities (org_id, id, kind, namespace, value, customer_id, profile, first_seen_at)
      SELECT '${orgId}', ${kind}_id, '${kind}', '', ${kind}, id, ${kind === "email" ? PROFILE : "'{}'"}, now()
      FROM staged ON CONFLICT (org_id, kind, namespace, value) DO UPDATE SET customer_id = excluded.customer_id`,
  );
  return [
    "BEGIN",
    `SELECT set_config('app.org_id', '${orgId}', true)`,
    `CREATE TEMP TABLE staged (id uuid DEFAULT uuidv7(), email_id uuid DEFAULT uuidv7(), phone_id uuid DEFAULT uuidv7(),
      name text, email text, phone text, city text) ON COMMIT DROP`,
    `COPY staged (name, email, phone, city) FROM '${path}' (FORMAT csv)`,
    "UPDATE staged SET phone = '+6' || phone",
    `INSERT INTO customers (org_id, id, name, sort_name, email, phone, phone_raw, city, country, profile, search_text)
      SELECT '${orgId}', id, name, lower(name), email, phone, phone, city, 'MY', ${PROFILE},
        ' ' || lower(name) || ' | ' || email || ' ' || substr(phone, 2) || ' ' || substr(phone, 3) || ' '
      FROM staged ON CONFLICT (org_id, id) DO UPDATE SET name = excluded.name`,
    ...identities,
    `INSERT INTO identity_edges (org_id, from_id, to_id, first_seen_at)
      SELECT '${orgId}'::uuid, email_id, phone_id, now() FROM staged
      UNION ALL SELECT '${orgId}'::uuid, phone_id, email_id, now() FROM staged`,
    "COMMIT",
  ];
}

const fact = (value: string) =>
  `jsonb_build_object('value', ${value}, 'at', now(), 'hash', 'import ' || id || ' 0000001', 'source', 'import')`;
const ADDRESS = `jsonb_build_object('line1', null, 'line2', null, 'city', city, 'state', null, 'postcode', null,
  'country', 'MY')`;
const PROFILE = `jsonb_build_object('name', ${fact("name")}, 'email', ${fact("email")}, 'phone', ${fact("phone")},
  'address', ${fact(ADDRESS)})`;

/** Throws unless both organizations have the same customers, identities and edges. */
export async function requireSame({ owner }: BenchDatabase, plain: string, imported: string): Promise<void> {
  // Without fresh statistics the comparison itself would take longer than both imports.
  await owner.query("ANALYZE customers");
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM customers p JOIN customers i ON i.email = p.email
        WHERE p.org_id = $1 AND i.org_id = $2 AND (p.name, p.sort_name, p.phone, p.city, p.search_text)
          IS NOT DISTINCT FROM (i.name, i.sort_name, i.phone, i.city, i.search_text)) AS same,
      (SELECT count(*)::int FROM customers WHERE org_id = $1) AS customers,
      (SELECT count(*)::int FROM identities WHERE org_id = $1) AS identities,
      (SELECT count(*)::int FROM identities WHERE org_id = $2) AS "ourIdentities",
      (SELECT count(*)::int FROM identity_edges WHERE org_id = $1) AS edges,
      (SELECT count(*)::int FROM identity_edges WHERE org_id = $2) AS "ourEdges"`,
    [plain, imported],
  );
  const { same, customers, identities, ourIdentities, edges, ourEdges } = rows[0];
  if (same !== customers || identities !== ourIdentities || edges !== ourEdges)
    throw new Error(`the bench and the product write other rows: ${JSON.stringify(rows[0])}`);
}
