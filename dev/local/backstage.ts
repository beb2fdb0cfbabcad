import { demoSchema } from "../demo/demo";
import { seedDemo } from "../demo/seed";
import { serveFakeShops } from "../fakes/serve-fake-shops";
import { migrateDatabase } from "../migrate";
import { startNeonEndpoint } from "../neon-endpoint";
import { startCluster } from "../postgres";
import { APP, databaseUrl, ensureRolesAndDatabase, OWNER } from "../postgres/roles";
import { readJson, writeJson } from "./json-file";
import { loadKeys } from "./keys";
import type { Place } from "./place";
import type { Facts } from "./running";
import { writeWorkerVariables } from "./worker-variables";

const DATABASE = "orucrm";
/** Tried first, so that a psql that was set up once keeps working. */
const POSTGRES_PORT_OFFSET = 20_000;

export type Backstage = {
  facts: Facts;
  /** Resolves when the database server has ended by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/** Everything that must stand before the app starts: database, migrations, endpoint, variables, demo. */
export async function openBackstage(place: Place, url: string): Promise<Backstage> {
  const preferredPort = (place.port + POSTGRES_PORT_OFFSET) % 65_536;
  const cluster = await startCluster({ dataDir: place.database, isDurable: true, preferredPort });
  try {
    await ensureRolesAndDatabase(cluster.port, DATABASE);
    const ownerUrl = databaseUrl(OWNER, cluster.port, DATABASE);
    await migrateDatabase(ownerUrl);
    const endpoint = await startNeonEndpoint({ postgresPort: cluster.port });
    const appUrl = databaseUrl(APP, endpoint.port, DATABASE);
    const keys = loadKeys(place);
    const shops = await serveFakeShops();
    writeWorkerVariables(place, { url, appUrl, keys, fakeShopsUrl: shops.url });
    const demo =
      readJson(place.demo, demoSchema) ?? (await seedDemo({ ownerUrl, appUrl, baseUrl: url, keys }));
    writeJson(place.demo, demo);
    return {
      facts: { url, ...demo, databaseUrl: ownerUrl },
      ended: cluster.ended,
      stop: async () => {
        shops.close();
        await endpoint.close();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
