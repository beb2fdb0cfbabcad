import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { makeHookToken } from "~/lib/hook-token";
import { PROJECT } from "../../../dev/local/place";
import { migrateDatabase } from "../../../dev/migrate";
import { startNeonEndpoint } from "../../../dev/neon-endpoint";
import { type Cluster, startCluster, stopLeftoverCluster } from "../../../dev/postgres";
import { readPostmaster } from "../../../dev/postgres/postmaster-file";
import { APP, databaseUrl, ensureRolesAndDatabase, OWNER } from "../../../dev/postgres/roles";
import { EVERY_FEW_MINUTES } from "../../../workers/cron/schedules";
import { connectShops, type SecretShop } from "./connect-shops";
import { FaultyWorker } from "./faulty-worker";
import type { Target } from "./traffic";

const DATABASE = "orucrm_faults";
const STAGES = join(PROJECT, ".local", "faults");

/** Connected shops, the Worker and a database of their own, on ports of their own. */
export type Stage = {
  worker: FaultyWorker;
  /** The first of them, a WooCommerce shop. */
  shop: SecretShop & Target;
  shops: readonly (SecretShop & Target)[];
  owner: pg.Pool;
  /** `pg_ctl stop -m immediate`: the server ends at once, without a checkpoint. */
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  close(): Promise<void>;
};

/**
 * `retryMs` is how long an inbox waits for its first confirmation; 10 seconds in production.
 * `connections` are one unless more are asked for.
 */
export async function setStage(options: { retryMs: number; connections?: number }): Promise<Stage> {
  await removeLeftovers();
  const folder = join(STAGES, `${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder, { recursive: true });
  const dataDir = join(folder, "postgres");
  let cluster: Cluster = await startCluster({ dataDir, isDurable: true });
  const { port } = cluster;
  await ensureRolesAndDatabase(port, DATABASE);
  await migrateDatabase(databaseUrl(OWNER, port, DATABASE));
  const endpoint = await startNeonEndpoint({ postgresPort: port });
  const owner = new pg.Pool({ connectionString: databaseUrl(OWNER, port, DATABASE), max: 2 });
  // Connections that a stopped server takes with it are replaced at the next query.
  owner.on("error", () => undefined);
  const keys = makeKeys();
  const connected = await connectShops(owner, keys.ENCRYPTION_KEYS, options.connections ?? 1);
  const worker = await FaultyWorker.start(folder, {
    ...keys,
    APP_URL: "http://localhost",
    DATABASE_URL: databaseUrl(APP, endpoint.port, DATABASE),
    HAND_ON_RETRY_MS: String(options.retryMs),
  });
  await worker.runSchedule(EVERY_FEW_MINUTES);
  const shops = await Promise.all(
    connected.map(async (one) => {
      const token = await makeHookToken(keys.HOOK_URL_KEY, one.connectionId);
      return { ...one, hookUrl: new URL(`/hooks/${one.platform}/${token}`, worker.url).href };
    }),
  );
  const [shop] = shops;
  if (!shop) throw new Error("a stage needs a connection");
  return {
    ...{ worker, shop, shops, owner },
    async stopDatabase() {
      const postmaster = readPostmaster(dataDir);
      if (postmaster) process.kill(postmaster.pid, "SIGQUIT");
      await cluster.ended;
    },
    async startDatabase() {
      cluster = await startCluster({ dataDir, isDurable: true, preferredPort: port });
      if (cluster.port !== port) throw new Error("the database's port was taken meanwhile");
    },
    async close() {
      worker.stop();
      await owner.end();
      await endpoint.close();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its server and folder behind. A folder's name begins with its run's process id. */
async function removeLeftovers(): Promise<void> {
  for (const name of existsSync(STAGES) ? readdirSync(STAGES) : []) {
    if (isRunning(Number.parseInt(name, 10))) continue;
    await stopLeftoverCluster(join(STAGES, name, "postgres"));
    rmSync(join(STAGES, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function makeKeys() {
  const key = () => randomBytes(32).toString("base64");
  return { SESSION_JWT_KEYS: `1:${key()}`, ENCRYPTION_KEYS: `1:${key()}`, HOOK_URL_KEY: key() };
}
