import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { Refusal } from "./refusal";

/** Migrators of one database take turns. Any number nobody else uses. */
const TURN = 7_310_442_019;
/** A migration that waits for a lock makes every later query wait behind it. */
const LOCK_LIMIT = "1s";
const LOCK_NOT_AVAILABLE = "55P03";

export type MigrationOptions = {
  folder: string;
  /** How often a migration that could not get its lock is tried. */
  tries: number;
};

const DEFAULTS: MigrationOptions = {
  folder: fileURLToPath(new URL("../migrations", import.meta.url)),
  tries: 10,
};

/**
 * Brings a database up to the migrations of this checkout, as its owner, in one
 * transaction; returns how many were applied. Throws a Refusal that names the
 * statement that failed, or the migration that was changed after it ran.
 */
export async function migrateDatabase(
  ownerUrl: string,
  options: Partial<MigrationOptions> = {},
): Promise<number> {
  const { folder, tries } = { ...DEFAULTS, ...options };
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "orucrm-migrate" });
  await client.connect().catch((cause) => {
    throw new Refusal(`The database cannot be reached for migrations: ${cause.message}`, { cause });
  });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [TURN]);
    await client.query(`SET lock_timeout = '${LOCK_LIMIT}'`);
    const before = await appliedHashes(client);
    await migrateWithPatience(client, { folder, tries });
    const after = await appliedHashes(client);
    requireUnchanged(after, folder);
    return after.size - before.size;
  } finally {
    await client.end();
  }
}

async function migrateWithPatience(client: pg.Client, { folder, tries }: MigrationOptions): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrate(drizzle({ client }), { migrationsFolder: folder });
    } catch (error) {
      const cause = rootCause(error);
      const isLocked = cause instanceof pg.DatabaseError && cause.code === LOCK_NOT_AVAILABLE;
      if (!isLocked || attempt >= tries) throw asRefusal(error, cause);
      await sleep(500);
    }
  }
}

async function appliedHashes(client: pg.Client): Promise<Set<string>> {
  const table = await client.query("SELECT to_regclass('drizzle.__drizzle_migrations') AS name");
  if (table.rows[0]?.name === null) return new Set();
  const rows = await client.query<{ hash: string }>("SELECT hash FROM drizzle.__drizzle_migrations");
  return new Set(rows.rows.map((row) => row.hash));
}

/** drizzle goes by time stamps alone: it passes over a file that changed or came in late. */
function requireUnchanged(applied: ReadonlySet<string>, folder: string): void {
  const missing = readMigrationFiles({ migrationsFolder: folder }).find(({ hash }) => !applied.has(hash));
  if (!missing) return;
  const made = new Date(missing.folderMillis).toISOString();
  throw new Refusal(
    `The migration made at ${made} (see migrations/meta/_journal.json) is not what this database ran. Migrations are append-only: restore the file and add a new one. A local database can also be made anew: stop the app and remove .local/dev.`,
  );
}

function rootCause(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error;
}

function asRefusal(error: unknown, cause: unknown): unknown {
  if (!(cause instanceof pg.DatabaseError)) return error;
  const statement = error instanceof Error ? error.message.trim().slice(0, 600) : "";
  const lines = [
    `A migration failed and nothing was changed: ${cause.message} (${cause.code})`,
    cause.detail,
    cause.hint,
    cause.where,
    statement,
  ];
  return new Refusal(lines.filter(Boolean).join("\n"), { cause: error });
}
