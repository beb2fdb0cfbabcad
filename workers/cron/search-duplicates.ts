import { openHttp } from "~/db/client";
import { searchDuplicates } from "~/domain/duplicates/search-duplicates.server";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const MAX_STEPS = 400;

/** Compares customers that changed with those they may be the same as. */
export async function runSearchDuplicates(env: Env): Promise<void> {
  const orm = openHttp(configOf(env).databaseUrl);
  const compared = await searchDuplicates({ orm, now: () => new Date(), maxSteps: MAX_STEPS });
  if (compared > 0) logEvent("duplicates.searched", { compared });
}
