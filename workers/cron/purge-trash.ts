import { openHttp } from "~/db/client";
import { purgeBulkChanges } from "~/domain/bulk/purge-bulk-changes.server";
import { purgeTrash } from "~/domain/trash/purge-trash.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 200;

/** Deletes for good what has lain in the trash for 30 days, and forgets how to undo what is as old. */
export async function runPurgeTrash(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const { purged, batches } = await purgeTrash({ db, now, maxBatches: MAX_BATCHES });
  if (purged > 0) logEvent("trash.purged", { purged, batches });
  const forgotten = await purgeBulkChanges({ db, now, maxBatches: MAX_BATCHES });
  if (forgotten > 0) logEvent("bulk_changes.purged", { rows: forgotten });
}
