import { openHttp } from "~/db/client";
import { resealCredentials } from "~/domain/connections/credentials/reseal-credentials.server";
import { resealSecrets } from "~/domain/connections/reseal-secrets.server";
import { resealTotpSecrets } from "~/domain/factors/reseal-totp-secrets.server";
import { parseKeyring } from "~/lib/keyring";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

const BATCH_SIZE = 100;
const MAX_BATCHES = 50;

/** Seals secrets and credentials of connections, and authenticators, anew that are under an older key; goes on the next night where it stops. */
export async function runResealSecrets(env: Env): Promise<void> {
  const { databaseUrl, encryptionKeys } = configOf(env);
  const keyring = parseKeyring(encryptionKeys);
  const input = { db: openHttp(databaseUrl), keyring, batchSize: BATCH_SIZE, maxBatches: MAX_BATCHES };
  for (const [of, reseal] of [
    ["connections", resealSecrets],
    ["credentials", resealCredentials],
    ["authenticators", resealTotpSecrets],
  ] as const) {
    const result = await reseal(input);
    if (result.resealed + result.changed + result.unreadable > 0)
      logEvent("secrets.resealed", { of, ...result });
  }
}
