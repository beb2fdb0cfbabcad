import { openHttp } from "~/db/client";
import { purgeHours } from "~/domain/silences/purge-hours.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 50;

/** Deletes hours of deliveries after 13 weeks. */
export async function runPurgeHours(env: Env, now: Date): Promise<void> {
  const purged = await purgeHours({ db: openHttp(configOf(env).databaseUrl), now, maxBatches: MAX_BATCHES });
  if (purged > 0) logEvent("hours.purged", { purged });
}
