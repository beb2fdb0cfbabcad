import { openHttp } from "~/db/client";
import { purgeClosedAccounts } from "~/domain/accounts/purge-closed-accounts.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_BATCHES = 50;

/** Deletes accounts that closed more than 30 days ago, once their organizations are gone. */
export async function runPurgeClosedAccounts(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const purged = await purgeClosedAccounts({ db, now, maxBatches: MAX_BATCHES });
  if (purged > 0) logEvent("accounts.closed_purged", { purged });
}
