import { openHttp } from "~/db/client";
import { purgeNotifications } from "~/domain/notifications/purge-notifications.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 50;

/** Deletes notifications that are older than a year. */
export async function runPurgeNotifications(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const purged = await purgeNotifications({ db, now, maxBatches: MAX_BATCHES });
  if (purged > 0) logEvent("notifications.purged", { purged });
}
