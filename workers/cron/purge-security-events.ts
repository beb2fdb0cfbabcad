import { openHttp } from "~/db/client";
import { purgeSecurityEvents } from "~/domain/security/purge-security-events.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 50;

/** Deletes signs of abuse that are older than 90 days. */
export async function runPurgeSecurityEvents(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const purged = await purgeSecurityEvents({ db, now, maxBatches: MAX_BATCHES });
  if (purged > 0) logEvent("security_events.purged", { purged });
}
