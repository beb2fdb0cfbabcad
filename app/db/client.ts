import { neon, neonConfig, Pool } from "@neondatabase/serverless";
import { drizzle as drizzleHttp, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import { drizzle as drizzleSocket, type NeonDatabase } from "drizzle-orm/neon-serverless";

export type HttpDatabase = NeonHttpDatabase;
/** An interactive transaction, or a connection outside of one. */
export type SocketDatabase = NeonDatabase;

const isLoopback = (host: string) => host === "127.0.0.1" || host === "localhost";

// A database on the loopback is reached through the local endpoint of dev/, which
// speaks Neon's two protocols on the port that the connection string names. Any
// other host keeps the driver's own addresses. This is configuration of the
// process, the same for every tenant.
const neonAddress = neonConfig.fetchEndpoint;
neonConfig.fetchEndpoint = (host, port, options) => {
  if (isLoopback(host)) return `http://${host}:${port}/sql`;
  return typeof neonAddress === "function" ? neonAddress(host, port, options) : neonAddress;
};

/** One-shot queries and batches over HTTP; a batch is one transaction and one round trip. */
export function openHttp(databaseUrl: string): HttpDatabase {
  return drizzleHttp({ client: neon(databaseUrl) });
}

/**
 * Runs `work` on one WebSocket connection and closes it before returning. The
 * caller writes BEGIN and COMMIT, so that they can share a round trip with other
 * statements; an error rolls back.
 */
export async function withSocket<T>(
  databaseUrl: string,
  work: (db: SocketDatabase, run: (statements: string) => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const { hostname, port } = new URL(databaseUrl);
  if (isLoopback(hostname)) {
    neonConfig.wsProxy = () => `${hostname}:${port}/v2`;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineTLS = false;
    neonConfig.pipelineConnect = false;
  }
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  // A connection that ends while it is idle fails whoever uses it next; unheard, it would end the isolate's turn.
  pool.on("error", () => undefined);
  try {
    const client = await pool.connect().catch(failToConnect);
    // The same while it is in use: the statement under way rejects with the reason.
    client.on("error", () => undefined);
    try {
      return await work(drizzleSocket({ client }), (statements) => client.query(statements));
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

/** A WebSocket that does not open rejects with an event, which says nothing and is no Error. */
function failToConnect(reason: unknown): never {
  throw reason instanceof Error ? reason : new Error("the database's socket did not open");
}
