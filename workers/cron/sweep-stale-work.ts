import { type HttpDatabase, openHttp } from "~/db/client";
import { pushInboxConfigs } from "~/domain/connections/push-inbox-configs.server";
import {
  listNextConnections,
  type RefusalTally,
  recordRefusals,
  type SweptConnection,
} from "~/domain/connections/sweep-connections.server";
import { tellIngressPulse } from "~/domain/deliveries/tell-ingress-pulse.server";
import { forEachAtOnce } from "~/lib/for-each-at-once";
import { logError, logEvent } from "~/lib/log";
import { configOf } from "../config";
import { inboxPort } from "../inbox-port";

const MAX_PUSHES = 200;
const PAGE = 200;
/** Pages of one run; the next run goes on behind them. */
const MAX_PAGES = 5;
const AT_ONCE = 6;

/**
 * Looks after what could have been forgotten: configurations that inboxes have
 * yet to learn, inboxes whose alarm was lost, and counts of refused requests.
 */
export async function runSweepStaleWork(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const { pushed, failed } = await pushInboxConfigs({ db, inboxes: inboxPort(env), limit: MAX_PUSHES });
  let swept = 0;
  let waiting = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const connections = await listNextConnections(db, PAGE);
    waiting += await sweepPage(env, db, connections);
    swept += connections.length;
    if (connections.length < PAGE) break;
  }
  await tellIngressPulse(db, now, waiting);
  logEvent("sweep.done", { pushed, failed, swept, waiting });
}

/** Answers how many deliveries wait in the page's inboxes. */
async function sweepPage(
  env: Env,
  db: HttpDatabase,
  connections: readonly SweptConnection[],
): Promise<number> {
  const tallies: RefusalTally[] = [];
  let waiting = 0;
  await forEachAtOnce(AT_ONCE, connections, async ({ orgId, id }) => {
    try {
      const { pending, refusals } = await env.INBOX.getByName(id).poke();
      waiting += pending;
      for (const { minute, reason, count } of refusals) {
        tallies.push({ orgId, connectionId: id, minute: new Date(minute).toISOString(), reason, count });
      }
    } catch (error) {
      logError("sweep.inbox_failed", { orgId, connectionId: id, error });
    }
  });
  await recordRefusals(db, tallies);
  await forEachAtOnce(AT_ONCE, [...lastMinutes(tallies)], async ([id, minute]) => {
    await env.INBOX.getByName(id).forgetRefusals(minute);
  });
  return waiting;
}

function lastMinutes(tallies: readonly RefusalTally[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { connectionId, minute } of tallies) {
    last.set(connectionId, Math.max(last.get(connectionId) ?? 0, Date.parse(minute)));
  }
  return last;
}
