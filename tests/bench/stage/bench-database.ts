import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { PROJECT } from "../../../dev/local/place";
import { migrateDatabase } from "../../../dev/migrate";
import { startNeonEndpoint } from "../../../dev/neon-endpoint";
import { startCluster } from "../../../dev/postgres";
import { APP, databaseUrl, ensureRolesAndDatabase, OWNER } from "../../../dev/postgres/roles";
import type { TestDatabase } from "../../setup/database";

const NAME = "orucrm_bench";

export type BenchDatabase = TestDatabase & { close(): Promise<void> };

/** A migrated, empty database in a cluster of its own that writes to disk as a real one does; the factories take it. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = join(PROJECT, ".local", "bench", `${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder, { recursive: true });
  const cluster = await startCluster({ dataDir: join(folder, "postgres"), isDurable: true });
  await ensureRolesAndDatabase(cluster.port, NAME);
  await migrateDatabase(databaseUrl(OWNER, cluster.port, NAME));
  const endpoint = await startNeonEndpoint({ postgresPort: cluster.port });
  const owner = new pg.Pool({ connectionString: databaseUrl(OWNER, cluster.port, NAME), max: 4 });
  const closings: Promise<unknown>[] = [];
  owner.on("connect", (client) => closings.push(once(client, "end")));
  return {
    url: databaseUrl(APP, endpoint.port, NAME),
    owner,
    ownerUrl: databaseUrl(OWNER, endpoint.port, NAME),
    roundTrips: async () => endpoint.roundTrips(NAME),
    async close() {
      await owner.end();
      // The pool is done before its sockets are; one that the server still finds would be ended with an error.
      await Promise.all(closings);
      await endpoint.close();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
