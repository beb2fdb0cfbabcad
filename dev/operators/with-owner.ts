import pg from "pg";
import { findRunningStack } from "../commands/running-stack";

/** Works on the database that DATABASE_OWNER_URL names, or else on that of the local stack, as its owner. */
export async function withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const connectionString = process.env.DATABASE_OWNER_URL ?? findRunningStack().facts.databaseUrl;
  const client = new pg.Client({ connectionString, application_name: "orucrm-operator" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
