import { openHttp } from "~/db/client";
import { purgeHandovers } from "~/domain/connections/shop-api/purge-handovers.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 50;

/** Forgets approvals that no shop brought back in time, with what was kept for them. */
export async function runPurgeHandovers(env: Env): Promise<void> {
  const purged = await purgeHandovers({ db: openHttp(configOf(env).databaseUrl), maxBatches: MAX_BATCHES });
  if (purged > 0) logEvent("handovers.purged", { purged });
}
