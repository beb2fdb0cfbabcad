import pg from "pg";
import type { TestProject } from "vitest/node";
import { databaseUrl, OWNER, SUPERUSER } from "../../dev/postgres/roles";

/** Postgres counts the calls of functions for connections that are made from now on. */
export default async function setup(project: TestProject): Promise<void> {
  const { postgresPort } = project.getProvidedContext().databaseServer;
  const client = new pg.Client({ connectionString: databaseUrl(SUPERUSER, postgresPort, "postgres") });
  await client.connect();
  await client.query(`ALTER ROLE ${OWNER.name} SET track_functions = 'all'`);
  await client.end();
}
