import { openHttp } from "~/db/client";
import { purgeOrganizations } from "~/domain/organizations/purge-organizations.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";
import { purgePort } from "../purge-port";

const MAX_BATCHES = 200;

/** Deletes what is left of organizations that closed more than 30 days ago. */
export async function runPurgeOrganizations(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const rows = await purgeOrganizations({ db, outside: purgePort(env), now, maxBatches: MAX_BATCHES });
  if (rows > 0) logEvent("organizations.purged", { rows });
}
