import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../../dev/migrate";
import { startNeonEndpoint } from "../../dev/neon-endpoint";
import { startCluster, stopLeftoverCluster } from "../../dev/postgres";
import { APP, databaseUrl, ensureRolesAndDatabase, OWNER } from "../../dev/postgres/roles";

/** Where a run keeps its cluster. Every run has its own, so that runs do not meet. */
const RUNS = join(import.meta.dirname, "../../.local/test");
const TEMPLATE = "orucrm_template";
const WORKERS = "orucrm_workers";

declare module "vitest" {
  interface ProvidedContext {
    /** Ports on 127.0.0.1 and the migrated database that tests clone. */
    databaseServer: { postgresPort: number; endpointPort: number; template: string };
    /** The database of all tests inside workerd: as the app, and as the owner that row-level security does not hold. */
    databaseUrl: string;
    ownerDatabaseUrl: string;
  }
}

/** Once for all projects: a throw-away cluster, migrated once, with the Neon endpoint before it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = join(RUNS, `${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder, { recursive: true });
  const cluster = await startCluster({ dataDir: join(folder, "postgres"), isDurable: false });
  const endpoint = await startNeonEndpoint({ postgresPort: cluster.port });
  await ensureRolesAndDatabase(cluster.port, TEMPLATE);
  await migrateDatabase(databaseUrl(OWNER, cluster.port, TEMPLATE));
  await cloneTemplate(cluster.port, WORKERS);
  project.provide("databaseServer", {
    postgresPort: cluster.port,
    endpointPort: endpoint.port,
    template: TEMPLATE,
  });
  project.provide("databaseUrl", databaseUrl(APP, endpoint.port, WORKERS));
  project.provide("ownerDatabaseUrl", databaseUrl(OWNER, endpoint.port, WORKERS));
  return async () => {
    await endpoint.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function cloneTemplate(port: number, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(OWNER, port, "postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  await client.end();
}

/** Runs that were killed leave their server and folder behind. A folder's name begins with its run's process id. */
async function removeLeftovers(): Promise<void> {
  if (!existsSync(RUNS)) return;
  for (const name of readdirSync(RUNS)) {
    if (isRunning(Number.parseInt(name, 10))) continue;
    await stopLeftoverCluster(join(RUNS, name, "postgres"));
    rmSync(join(RUNS, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
