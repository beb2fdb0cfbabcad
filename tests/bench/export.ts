import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportList } from "~/domain/exports/lists/export-list.server";
import { readListParams } from "~/domain/filters/list-query.schema";
import type { TestMember } from "../factories/org-context";
import type { BenchResult } from "./bench-result";
import { fileRows, importPlainly } from "./import/plain-import";
import { type BenchDatabase, startBenchDatabase } from "./stage/bench-database";
import { runJobProcess, type StepReport, startEndpointProcess } from "./stage/jobs/job-process";
import { memoryResults } from "./stage/jobs/memory-results";
import { timed } from "./stage/timed";

const USUAL_ROWS = 1_000_000;
const FORMATS = ["csv", "xlsx"] as const;

/**
 * All customers of an organization with all columns, as the background writes them, against COPY of
 * the table's own columns to the server's disk. `EXPORT_ROWS` chooses another size.
 */
export async function run(): Promise<BenchResult[]> {
  const count = Number(process.env.EXPORT_ROWS ?? USUAL_ROWS);
  const database = await startBenchDatabase();
  try {
    const { member } = await importPlainly(database, fileRows(count));
    await database.owner.query("VACUUM ANALYZE");
    const baseline = await timed(() => copyOut(database, member));
    const results: BenchResult[] = [];
    for (const format of FORMATS) {
      const steps = await exportAll(database, member, format);
      const last = steps.at(-1);
      if (last?.done !== count) throw new Error(`exported ${last?.done} rows`);
      results.push(
        {
          name: `export: ${count.toLocaleString("en")} customers as ${format}, of COPY out`,
          asked: { atMost: 25 },
          measured: last.at,
          baseline,
          ratio: last.at / baseline,
          unit: "ms",
        },
        ...memoryResults(`export as ${format}`, steps),
      );
    }
    return results;
  } finally {
    await database.close();
  }
}

function copyOut({ owner, files }: BenchDatabase, { orgId }: TestMember): Promise<unknown> {
  return owner.query(
    `COPY (SELECT name, email, phone, company, profile #>> '{address,value,line1}', city, state, country, orders_count,
       first_order_at, last_order_at, created_at FROM customers WHERE org_id = '${orgId}' AND deleted_at IS NULL
       AND merged_into IS NULL ORDER BY id) TO '${join(files, "out.csv")}' (FORMAT csv, HEADER)`,
  );
}

async function exportAll(
  database: BenchDatabase,
  member: TestMember,
  format: (typeof FORMATS)[number],
): Promise<StepReport[]> {
  const folder = mkdtempSync(join(tmpdir(), "orucrm-bench-"));
  const endpoint = await startEndpointProcess(database.url, database.postgresPort);
  try {
    const query = readListParams("customers", new URLSearchParams());
    const words = {
      title: "Customers",
      headingOf: ({ key }: { key: string }) => key,
      visit: { ip: "203.0.113.7" },
    };
    const asked = { format, keys: null, rows: { noun: "customers" as const, query } };
    const exported = await exportList(member.context("records.export"), asked, words);
    if (exported.kind !== "job") throw new Error("too few rows for a job");
    return await runJobProcess({ url: endpoint.url, orgId: member.orgId, jobId: exported.jobId, folder });
  } finally {
    endpoint.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
