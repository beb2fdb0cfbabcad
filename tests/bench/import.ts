import { bringFile, type ImportedFile, workOn } from "../factories/imported-file";
import { createMember } from "../factories/org-context";
import type { BenchResult } from "./bench-result";
import { type BenchDatabase, startBenchDatabase } from "./stage/bench-database";

const USUAL_ROWS = 100_000;

/**
 * An import of customers with email, phone and city into an empty organization, against
 * the same rows written in plain SQL. `IMPORT_ROWS` chooses another size.
 */
export async function run(): Promise<BenchResult[]> {
  const rows = Number(process.env.IMPORT_ROWS ?? USUAL_ROWS);
  const database = await startBenchDatabase();
  try {
    const baseline = await time(() => writePlainly(database, rows));
    const [rehearsed, applied] = await importRows(database, rows);
    const name = `of ${rows.toLocaleString("en")} customers, of the same rows in plain SQL`;
    const figure = { baseline, unit: "ms" };
    return [
      {
        ...figure,
        name: `import: ${name}`,
        asked: { atMost: 6 },
        measured: applied,
        ratio: applied / baseline,
      },
      {
        ...figure,
        name: `import: rehearsal ${name}`,
        asked: null,
        measured: rehearsed,
        ratio: rehearsed / baseline,
      },
    ];
  } finally {
    await database.close();
  }
}

async function importRows(database: BenchDatabase, rows: number): Promise<[number, number]> {
  const member = await createMember(database);
  const file: ImportedFile = {
    columns: ["name", "email", "phone", "city"],
    rows: Array.from({ length: rows }, (_, i) => [
      `Aina binti Omar ${i}`,
      `aina${i}@example.com`,
      `011${20_000_000 + i}`,
      "Ipoh",
    ]),
    settings: { key: "email" },
  };
  const importId = await bringFile(member, file);
  const rehearsed = await time(() => workOn(database, member, { importId, intent: "rehearse" }));
  const applied = await time(() => workOn(database, member, { importId, intent: "run" }));
  const { rows: found } = await database.owner.query("SELECT counts FROM imports WHERE id = $1", [importId]);
  if (found[0].counts.created !== rows) throw new Error(`imported ${JSON.stringify(found[0].counts)}`);
  return [rehearsed, applied];
}

/** The rows are made where they are staged, which costs no more than a COPY of them. */
async function writePlainly(database: BenchDatabase, rows: number): Promise<void> {
  const { orgId } = await createMember(database);
  const client = await database.owner.connect();
  try {
    for (const statement of statements(orgId, rows)) await client.query(statement);
  } finally {
    client.release(true);
  }
}

function statements(orgId: string, rows: number): string[] {
  const identities = ["email", "phone"].map(
    (
      kind,
    ) => `INSERT INTO identities (org_id, id, kind, namespace, value, customer_id, profile, first_seen_at)
      SELECT '${orgId}', ${kind}_id, '${kind}', '', ${kind}, id, ${PROFILE}, now() FROM staged
      ON CONFLICT (org_id, kind, namespace, value) DO UPDATE SET customer_id = excluded.customer_id`,
  );
  return [
    "BEGIN",
    `SELECT set_config('app.org_id', '${orgId}', true)`,
    `CREATE TEMP TABLE staged ON COMMIT DROP AS
      SELECT gen_random_uuid() AS id, gen_random_uuid() AS email_id, gen_random_uuid() AS phone_id,
        'Aina binti Omar ' || i AS name, 'aina' || i || '@example.com' AS email, '+6011' || (20000000 + i) AS phone
      FROM generate_series(1, ${rows}) i`,
    `INSERT INTO customers (org_id, id, name, sort_name, email, phone, phone_raw, city, profile, search_text)
      SELECT '${orgId}', id, name, lower(name), email, phone, phone, 'Ipoh', ${PROFILE},
        ' ' || lower(name) || ' | ' || email || ' ' || substr(phone, 2) || ' 0' || substr(phone, 4) || ' '
      FROM staged ON CONFLICT (org_id, id) DO UPDATE SET name = excluded.name`,
    ...identities,
    `INSERT INTO identity_edges (org_id, from_id, to_id, first_seen_at)
      SELECT '${orgId}'::uuid, email_id, phone_id, now() FROM staged
      UNION ALL SELECT '${orgId}'::uuid, phone_id, email_id, now() FROM staged`,
    "COMMIT",
  ];
}

const fact = (column: string) =>
  `jsonb_build_object('value', ${column}, 'at', now(), 'hash', 'import', 'source', 'import')`;
const PROFILE = `jsonb_build_object('name', ${fact("name")}, 'email', ${fact("email")}, 'phone', ${fact("phone")})`;

/** Milliseconds. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
