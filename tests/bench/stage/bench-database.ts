import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { PROJECT } from "../../../dev/local/place";
import { migrateDatabase } from "../../../dev/migrate";
import { startNeonEndpoint } from "../../../dev/neon-endpoint";
import { startCluster } from "../../../dev/postgres";
import { APP, databaseUrl, ensureRolesAndDatabase, OWNER, SUPERUSER } from "../../../dev/postgres/roles";
import type { TestDatabase } from "../../setup/database";

const NAME = "orucrm_bench";

export type BenchDatabase = TestDatabase & {
  postgresPort: number;
  /** A folder that Postgres reads and writes with COPY, as the owner too; it is gone with the database. */
  files: string;
  close(): Promise<void>;
};

/** A migrated, empty database in a cluster of its own that writes to disk as a real one does; the factories take it. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = join(PROJECT, ".local", "bench", `${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder, { recursive: true });
  const cluster = await startCluster({ dataDir: join(folder, "postgres"), isDurable: true });
  await ensureRolesAndDatabase(cluster.port, NAME);
  await allowFiles(cluster.port);
  const files = mkdtempSync(join(tmpdir(), "orucrm-bench-"));
  chmodSync(files, 0o777);
  await migrateDatabase(databaseUrl(OWNER, cluster.port, NAME));
  const endpoint = await startNeonEndpoint({ postgresPort: cluster.port });
  const owner = new pg.Pool({ connectionString: databaseUrl(OWNER, cluster.port, NAME), max: 4 });
  const closings: Promise<unknown>[] = [];
  owner.on("connect", (client) => closings.push(once(client, "end")));
  return {
    url: databaseUrl(APP, endpoint.port, NAME),
    owner,
    ownerUrl: databaseUrl(OWNER, endpoint.port, NAME),
    ...{ postgresPort: cluster.port, files },
    roundTrips: async () => endpoint.roundTrips(NAME),
    async close() {
      await owner.end();
      // The pool is done before its sockets are; one that the server still finds would be ended with an error.
      await Promise.all(closings);
      await endpoint.close();
      await cluster.stop();
      for (const path of [folder, files]) rmSync(path, { recursive: true, force: true });
    },
  };
}

async function allowFiles(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(SUPERUSER, port, NAME) });
  await client.connect();
  await client.query(`GRANT pg_read_server_files, pg_write_server_files TO ${OWNER.name}`);
  await client.end();
}
