import { openHttp } from "~/db/client";
import { anchorHeads } from "~/domain/audit/anchor-heads.server";
import { logEvent } from "~/lib/log";
import { anchorPort } from "../anchor-port";
import { configOf } from "../config";

/** Of one run; the next one, minutes later, goes on. */
const MAX_HEADS = 200;

/** Notes in R2 where audit chains are, so that a tail that was cut off is found. */
export async function runAnchorAudit(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const anchored = await anchorHeads({ db, anchors: anchorPort(env.ARCHIVE), now, limit: MAX_HEADS });
  if (anchored > 0) logEvent("audit.anchored", { anchored });
}
