import { uuidv7 } from "uuidv7";
import { openHttp } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { jobDoorOf } from "~/domain/connections/credentials/credentials-door";
import { askWebhooks } from "~/domain/silences/ask-webhooks.server";
import { countHours } from "~/domain/silences/count-hours.server";
import { endSilences } from "~/domain/silences/end-silences.server";
import type { SilenceJob } from "~/domain/silences/silence-job";
import { watchSilences } from "~/domain/silences/watch-silences.server";
import { parseKeyring } from "~/lib/keyring";
import { logError, logEvent } from "~/lib/log";
import { configOf } from "../config";
import { shopsPort } from "../shops-port";
import { tellScreens } from "../tell-screens";

const MAX_PAGES = 40;
const MAX_LOOKS = 200;

/** Counts the hours of deliveries, ends silences that are over, and tells of those that are no chance any more. */
export async function runWatchSilences(env: Env, now: Date): Promise<void> {
  const db = openHttp(configOf(env).databaseUrl);
  const counted = await countHours({ db, now, maxPages: MAX_PAGES });
  const ended = await endSilences({ db, now });
  const raised = await watchSilences(silenceJob(env, now), MAX_LOOKS);
  for (const orgId of new Set([...ended, ...raised])) await tellScreens(env, orgId, ["connections"]);
  logEvent("silences.watched", { counted, ended: ended.length, raised: raised.length });
}

function silenceJob(env: Env, now: Date): SilenceJob {
  const config = configOf(env);
  const db = openHttp(config.databaseUrl);
  const app = { appUrl: config.appUrl, hookUrlKey: config.hookUrlKey };
  const keyring = parseKeyring(config.encryptionKeys);
  const { ask } = shopsPort(config);
  return {
    db,
    now,
    isWaiting: async ({ connectionId }) => (await env.INBOX.getByName(connectionId).poke()).pending > 0,
    async askWebhooks({ orgId, connectionId }) {
      const tools = { db: new JobDb(db, orgId), keyring, now: () => now, newId: uuidv7 };
      const actor = { kind: "job", name: "silences" } as const;
      try {
        return await askWebhooks({ ...jobDoorOf(tools, orgId), ask, app, actor }, connectionId);
      } catch (error) {
        logError("silences.shop_not_asked", { orgId, connectionId, error });
        return "no_answer";
      }
    },
  };
}
