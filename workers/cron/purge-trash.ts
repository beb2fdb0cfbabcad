import { openHttp } from "~/db/client";
import { purgeTrash } from "~/domain/trash/purge-trash.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 200;

/** Deletes for good what has lain in the trash for 30 days. */
export async function runPurgeTrash(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const { purged, batches } = await purgeTrash({ db, now, maxBatches: MAX_BATCHES });
  if (purged > 0) logEvent("trash.purged", { purged, batches });
}
