import { sql } from "drizzle-orm";
import { openHttp } from "~/db/client";
import type { Config } from "~/env.server";

const PATIENCE_MS = 3_000;

/** 200 once the database answers the app, 503 naming what is down otherwise. */
export async function answerHealth(config: Config): Promise<Response> {
  const database = await isDatabaseUp(config.databaseUrl);
  const body = { status: database ? "ok" : "unavailable", database: database ? "up" : "down" };
  return Response.json(body, { status: database ? 200 : 503 });
}

async function isDatabaseUp(databaseUrl: string): Promise<boolean> {
  const answered = openHttp(databaseUrl)
    .execute(sql`select 1`)
    .then(() => true)
    .catch(() => false);
  const waited = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
  return Promise.race([answered, waited]);
}
