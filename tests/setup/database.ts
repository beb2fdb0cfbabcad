import { randomBytes } from "node:crypto";
import { once } from "node:events";
import pg from "pg";
import { afterAll, inject } from "vitest";
import * as z from "zod";
import { APP, databaseUrl, OWNER, SUPERUSER } from "../../dev/postgres/roles";
import { findAuditedSecrets } from "./audited-secrets";

const roundTripsSchema = z.object({
  httpRequests: z.number(),
  httpQueries: z.number(),
  sockets: z.number(),
  socketRoundTrips: z.number(),
});

/** What the app sent to a test database so far: `httpRequests` and `socketRoundTrips` are blocking round trips. */
export type RoundTrips = z.infer<typeof roundTripsSchema>;

export type TestDatabase = {
  /** For code under test: the app's role, as the Neon driver wants it. */
  url: string;
  /** For arranging and inspecting: straight to Postgres as the owner, whom row-level security does not hold. */
  owner: pg.Pool;
  /** The owner's connection string for the Neon driver. */
  ownerUrl: string;
  roundTrips(): Promise<RoundTrips>;
};

/**
 * A migrated, empty database of one test file, dropped after its last test. Call
 * it at the top of the file: `const database = await createTestDatabase();`
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const maintenance = databaseUrl(SUPERUSER, server.postgresPort, "postgres");
  await runOnce(
    maintenance,
    `CREATE DATABASE ${name} OWNER ${OWNER.name} TEMPLATE ${server.template} STRATEGY file_copy`,
  );
  const owner = new pg.Pool({ connectionString: databaseUrl(OWNER, server.postgresPort, name), max: 4 });
  const closings: Promise<unknown>[] = [];
  owner.on("connect", (client) => closings.push(once(client, "end")));
  afterAll(async () => {
    // Whatever a test did was written down without a secret, or its file fails.
    const secrets = await findAuditedSecrets(owner);
    await owner.end();
    // The pool is done before its sockets are; one that DROP still finds would be ended with an error.
    await Promise.all(closings);
    await runOnce(maintenance, `DROP DATABASE ${name} WITH (FORCE)`);
    if (secrets.length > 0) throw new Error(`The audit log holds secrets: ${secrets.join(", ")}`);
  });
  return {
    url: databaseUrl(APP, server.endpointPort, name),
    owner,
    ownerUrl: databaseUrl(OWNER, server.endpointPort, name),
    roundTrips: async () => {
      const answer = await fetch(`http://127.0.0.1:${server.endpointPort}/stats?database=${name}`);
      return roundTripsSchema.parse(await answer.json());
    },
  };
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
