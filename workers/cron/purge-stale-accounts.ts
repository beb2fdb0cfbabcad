import { openHttp } from "~/db/client";
import { purgeStaleAccounts } from "~/domain/accounts/purge-stale-accounts.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 50;

/** Takes old sessions, links and never verified accounts away. */
export async function runPurgeStaleAccounts(env: Env): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const purged = await purgeStaleAccounts({ db, maxBatches: MAX_BATCHES });
  if (Object.values(purged).some((count) => count > 0)) logEvent("accounts.purged", purged);
}
