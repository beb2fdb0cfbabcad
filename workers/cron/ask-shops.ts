import { uuidv7 } from "uuidv7";
import { openHttp } from "~/db/client";
import { type ShopWork, workOnShops } from "~/domain/receipts/work-on-shops.server";
import { parseKeyring } from "~/lib/keyring";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";
import { jobPort } from "../job-port";
import { shopsPort } from "../shops-port";

const MOST = 400;
/** The next run begins after five minutes. */
const LONGEST_MS = 100_000;

/** Asks shops for what changed, and then, once a day each, for their receipts. */
export async function runAskShops(env: Env): Promise<void> {
  const config = configOf(env);
  const { databaseUrl, encryptionKeys } = config;
  const tools = {
    inOrg: jobPort(env, databaseUrl).inOrg,
    keyring: parseKeyring(encryptionKeys),
    shops: shopsPort(config),
    now: () => new Date(),
    newId: uuidv7,
  };
  const orm = openHttp(databaseUrl);
  const asked: Record<ShopWork, number> = { poll: 0, count: 0 };
  for (const work of ["poll", "count"] as const) {
    const until = new Date(Date.now() + LONGEST_MS);
    asked[work] = await workOnShops({ work, orm, tools, most: MOST, until });
  }
  if (asked.poll + asked.count > 0) logEvent("shops.asked", asked);
}
