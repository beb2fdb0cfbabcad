import pg from "pg";

/** Passwords of clusters that listen on the loopback only. They protect nothing and are no secrets. */
export const SUPERUSER = { name: "postgres", password: "postgres" };
/** Runs migrations. Like Neon's owner: not a superuser. */
export const OWNER = { name: "orucrm_owner", password: "owner" };
/** What the app is: owns nothing and is held by row-level security. */
export const APP = { name: "orucrm_app", password: "app" };

export type Role = { name: string; password: string };

/** A connection string for the loopback. */
export function databaseUrl(role: Role, port: number, database: string): string {
  return `postgresql://${role.name}:${role.password}@127.0.0.1:${port}/${database}`;
}

/** Makes the two roles and the owner's database; what is there stays as it is. */
export async function ensureRolesAndDatabase(port: number, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(SUPERUSER, port, "postgres") });
  await client.connect();
  try {
    await ensureRole(client, OWNER, "CREATEROLE CREATEDB BYPASSRLS");
    await ensureRole(client, APP, "NOCREATEROLE NOCREATEDB NOBYPASSRLS");
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) {
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${client.escapeIdentifier(OWNER.name)}`,
      );
    }
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: Role, attributes: string): Promise<void> {
  const found = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role.name]);
  if (found.rowCount !== 0) return;
  await client.query(
    `CREATE ROLE ${client.escapeIdentifier(role.name)} LOGIN NOSUPERUSER ${attributes} PASSWORD ${client.escapeLiteral(role.password)}`,
  );
}
