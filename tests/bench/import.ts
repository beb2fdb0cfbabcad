import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actOnImport } from "~/domain/imports/act-on-import.server";
import { bringFile, workOn } from "../factories/imported-file";
import { createMember, type TestMember } from "../factories/org-context";
import type { BenchResult } from "./bench-result";
import { createNeighbour } from "./import/neighbour";
import { fileRows, importPlainly, requireSame } from "./import/plain-import";
import { type BenchDatabase, startBenchDatabase } from "./stage/bench-database";
import { openFolderArchive } from "./stage/folder-archive";
import { runJobProcess, type StepReport, startEndpointProcess } from "./stage/jobs/job-process";
import { memoryResults } from "./stage/jobs/memory-results";
import { timed } from "./stage/timed";
import { percentile } from "./statistics";

const USUAL_ROWS = 1_000_000;

/**
 * An import of customers with email, phone and city into an empty organization: against COPY and
 * the same upserts in plain SQL, what its process keeps in memory, and what a neighbour's list feels
 * of it. `IMPORT_ROWS` chooses another size, `IMPORT_REHEARSAL=1` has the rehearsal measured too.
 */
export async function run(): Promise<BenchResult[]> {
  const rows = fileRows(Number(process.env.IMPORT_ROWS ?? USUAL_ROWS));
  const database = await startBenchDatabase();
  try {
    const neighbour = await createNeighbour(database);
    const quiet = await neighbour.openPages();
    const plain = await importPlainly(database, rows);
    const brought = await bring(database, rows);
    const rehearsed = await rehearse(database, brought);
    const work = apply(database, brought);
    const noisy = await neighbour.openPages(work);
    const steps = await work;
    const milliseconds = steps.at(-1)?.at ?? Number.NaN;
    await requireSame(database, plain.member.orgId, brought.member.orgId);
    const name = `of ${rows.length.toLocaleString("en")} customers`;
    return [
      against(`import: ${name}, of COPY and the same upserts`, milliseconds, plain.milliseconds, 6),
      ...(rehearsed === null
        ? []
        : [against(`import: rehearsal ${name}, of the same`, rehearsed, plain.milliseconds, null)]),
      ...memoryResults("import", steps),
      {
        name: "import: a neighbour's list, p99 while it goes on, of p99 before",
        asked: { atMost: 2 },
        measured: percentile(noisy, 0.99),
        baseline: percentile(quiet, 0.99),
        ratio: percentile(noisy, 0.99) / percentile(quiet, 0.99),
        unit: "ms",
      },
    ];
  } finally {
    await database.close();
  }
}

type Brought = { member: TestMember; importId: string; folder: string };

async function bring(database: BenchDatabase, rows: string[][]): Promise<Brought> {
  const created = await createMember(database);
  const folder = mkdtempSync(join(tmpdir(), "orucrm-bench-"));
  const archive = openFolderArchive(folder);
  const context: TestMember["context"] = (permission, change) => {
    const ctx = created.context(permission, change);
    return { ...ctx, ports: { ...ctx.ports, archive } };
  };
  const member = { ...created, context };
  const columns = ["name", "email", "phone", "city"];
  const importId = await bringFile(member, { columns, rows, settings: { key: "email" } });
  return { member, importId, folder };
}

/** Milliseconds; null where it is left out, because it takes as long as the import itself. */
async function rehearse(database: BenchDatabase, { member, importId, folder }: Brought) {
  if (process.env.IMPORT_REHEARSAL) {
    const run = { tools: { archive: openFolderArchive(folder) } };
    return timed(() => workOn(database, member, { importId, intent: "rehearse", run }));
  }
  await database.owner.query("UPDATE imports SET state = 'rehearsed' WHERE id = $1", [importId]);
  return null;
}

async function apply(database: BenchDatabase, { member, importId, folder }: Brought): Promise<StepReport[]> {
  const endpoint = await startEndpointProcess(database.url, database.postgresPort);
  try {
    const jobId = await actOnImport(member.context("imports.run"), importId, { intent: "run" });
    if (jobId === null) throw new Error("no job was made");
    return await runJobProcess({ url: endpoint.url, orgId: member.orgId, jobId, folder });
  } finally {
    endpoint.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function against(name: string, measured: number, baseline: number, atMost: number | null): BenchResult {
  const asked = atMost === null ? null : { atMost };
  return { name, asked, measured, baseline, ratio: measured / baseline, unit: "ms" };
}
