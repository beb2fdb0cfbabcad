import pg from "pg";
import * as z from "zod";

const credentialsSchema = z.object({
  user: z.string().min(1),
  password: z.string(),
  database: z.string().min(1),
});

export type Credentials = z.infer<typeof credentialsSchema>;

/** Who and which database a `Neon-Connection-String` names; null when it names none. Its host and port led here. */
export function readCredentials(connectionString: string | undefined): Credentials | null {
  if (connectionString === undefined || !URL.canParse(connectionString)) return null;
  const url = new URL(connectionString);
  const parsed = credentialsSchema.safeParse({
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  });
  return parsed.success ? parsed.data : null;
}

const LIMITS = { max: 10, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 10_000 };

/** Sessions of one Postgres server, kept per credentials and handed out as if new. */
export class SessionPools {
  readonly #port: number;
  readonly #pools = new Map<string, pg.Pool>();

  constructor(port: number) {
    this.#port = port;
  }

  /** Lends a session that holds nothing of its former user. */
  async lend<T>(credentials: Credentials, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#poolOf(credentials).connect();
    try {
      return await work(client);
    } finally {
      void giveBack(client);
    }
  }

  /** Waits for the sessions that are lent. */
  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.all(pools.map((pool) => pool.end()));
  }

  #poolOf(credentials: Credentials): pg.Pool {
    const key = JSON.stringify(credentials);
    const found = this.#pools.get(key);
    if (found) return found;
    const pool = new pg.Pool({ host: "127.0.0.1", port: this.#port, ...credentials, ...LIMITS });
    // An idle session that the server ends (a dropped database, a restart) is simply gone.
    pool.on("error", () => undefined);
    // One that is lent fails its query besides; unheard, that would end the process.
    pool.on("connect", (client) => client.on("error", () => undefined));
    this.#pools.set(key, pool);
    return pool;
  }
}

/**
 * Wipes settings, temporary tables, locks and prepared statements before the
 * session joins its pool again. One that cannot be wiped, such as one left inside
 * a transaction, is closed.
 */
async function giveBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query("DISCARD ALL");
    client.release();
  } catch {
    client.release(true);
  }
}
