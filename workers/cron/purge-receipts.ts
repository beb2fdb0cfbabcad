import { openHttp } from "~/db/client";
import { purgeReceipts } from "~/domain/receipts/purge-receipts.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

/** Forgets receipts that are older than their trend goes back. */
export async function runPurgeReceipts(env: Env): Promise<void> {
  const purged = await purgeReceipts(openHttp(configOf(env).databaseUrl));
  if (purged > 0) logEvent("receipts.purged", { purged });
}
