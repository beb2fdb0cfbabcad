import { sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";
import { callFunction } from "~/domain/accounts/call-function.server";
import type { Keyring } from "~/lib/keyring";
import { logError } from "~/lib/log";
import { SealError, sealedPrefix } from "~/lib/sealed-box";
import type { ResealResult } from "../reseal-secrets.server";
import { openKeys, sealKeys } from "./sealed-keys.server";

const FIRST = "00000000-0000-0000-0000-000000000000";

const staleRow = z.object({ org_id: z.uuid(), connection_id: z.uuid(), sealed: z.string() });
type StaleCredentials = z.output<typeof staleRow>;

/**
 * Seals credentials anew that are under an older key, at most `maxBatches` pages
 * of `batchSize`. It may stop anywhere: what is done no longer counts as stale,
 * and the next run goes on with the rest.
 */
export async function resealCredentials(input: {
  db: HttpDatabase;
  keyring: Keyring;
  batchSize: number;
  maxBatches: number;
}): Promise<ResealResult> {
  const { db, keyring, batchSize, maxBatches } = input;
  const result: ResealResult = { resealed: 0, changed: 0, unreadable: 0, isComplete: false };
  let after = { org_id: FIRST, connection_id: FIRST };
  for (let batch = 0; batch < maxBatches; batch++) {
    const call = sql`select * from list_stale_credentials(${sealedPrefix(keyring.current)},
      ${after.org_id}::uuid, ${after.connection_id}::uuid, ${batchSize}::int)`;
    const page = readRows(staleRow, await db.execute(call));
    for (const credentials of page) result[await resealOne(db, keyring, credentials)] += 1;
    const last = page.at(-1);
    if (!last || page.length < batchSize) return { ...result, isComplete: true };
    after = last;
  }
  return result;
}

async function resealOne(
  db: HttpDatabase,
  keyring: Keyring,
  { org_id: orgId, connection_id: connectionId, sealed }: StaleCredentials,
): Promise<"resealed" | "changed" | "unreadable"> {
  try {
    const keys = await openKeys(keyring, { orgId, connectionId, sealed });
    const anew = await sealKeys(keyring, { orgId, connectionId }, keys);
    const call = sql`replace_sealed_credentials(${orgId}::uuid, ${connectionId}::uuid, ${sealed}, ${anew})`;
    return (await callFunction(db, call, z.boolean())) ? "resealed" : "changed";
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    logError("credentials.unreadable", { orgId, connectionId, error });
    return "unreadable";
  }
}
